package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to where Git runs: one directory of ours there, and processes. */
public interface Machine {
    boolean isWindows();

    /**
     * A variable as a process started there, by the code that surrounds the block, would see it: what the machine's own
     * environment sets, and over it what outer blocks set.
     *
     * @return "" if absent
     */
    String environment(String name);

    /**
     * Runs a program and waits for it. Its arguments are visible to others: they never hold a secret.
     *
     * @param variables set over the environment
     * @param limit after which it is ended
     * @return standard output and errors together, of which at most 64 KiB are kept
     * @throws IOException if it cannot be started; the message names the program
     */
    Output run(List<String> command, Map<String, String> variables, Duration limit)
            throws IOException, InterruptedException;

    /**
     * How a program ended.
     *
     * @param exit its status; −1 if it was ended because of the limit
     * @param text what it printed
     */
    record Output(int exit, String text) {}

    /** The absolute path there of a file of ours, as that machine writes it. */
    String path(String name);

    /** Writes a file of ours with mode 0600 into its directory with mode 0700; one that exists is replaced. */
    void write(String name, String content) throws IOException, InterruptedException;

    /**
     * A text file there, ours or the user's.
     *
     * @param path absolute
     * @return empty if there is none, if it may not be read, or if it has more than 1 MiB
     */
    Optional<String> read(String path) throws IOException, InterruptedException;
}
