package org.jenkinsci.remoting;

/** Never called: the stand-in's agents run whatever they are sent, as an agent of Jenkins does. */
public abstract class RoleChecker {}
