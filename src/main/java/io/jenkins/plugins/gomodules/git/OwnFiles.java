package io.jenkins.plugins.gomodules.git;

import java.io.IOException;

/**
 * The block's files, one after the other under names that say nothing. The same bindings give the same files in the same
 * order, so that a second preparation replaces those of the first.
 */
final class OwnFiles {
    private static final int LETTERS = 26;

    private final Machine machine;
    private int written;

    OwnFiles(Machine machine) {
        this.machine = machine;
    }

    /** Writes the next file and gives its path with forward slashes, which every program here takes on Windows too. */
    String write(String content) throws IOException, InterruptedException {
        String name = name(written++);
        machine.write(name, content);
        return slashes(machine.path(name));
    }

    /** The path as Git, ssh and a POSIX shell want it. */
    String slashes(String path) {
        return machine.isWindows() ? path.replace('\\', '/') : path;
    }

    private static String name(int number) {
        String last = String.valueOf((char) ('a' + number % LETTERS));
        return number < LETTERS ? last : name(number / LETTERS - 1) + last;
    }
}
