package hudson;

/** Here only as a key of a step's context. */
public abstract class Launcher {}
