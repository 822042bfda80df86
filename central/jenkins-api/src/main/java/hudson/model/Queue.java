package hudson.model;

public class Queue {
    /** What an executor runs. */
    public interface Executable {}
}
