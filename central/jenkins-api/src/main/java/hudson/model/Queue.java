package hudson.model;

public class Queue {
    /** What an executor runs. */
    public interface Executable {}

    /** What waits for one. */
    public interface Task {}
}
