package hudson.security;

/** Where users come from; in the stand-in whoever is named exists. */
public abstract class SecurityRealm {}
