package io.jenkins.plugins.gomodules.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a prefetch that has ended must not hold any longer. */
final class Leaks {

    /** Ends in a failure what would be waiting for ever. */
    private static final long PATIENCE_MILLIS = 30_000;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Leaks() {}

    /** The threads there are now. */
    static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** No thread of the engine that was not there before, no open file below the directory, no connection. */
    static void none(Set<Thread> before, Path directory, LoopbackProxy... proxies)
            throws IOException, InterruptedException {
        assertEquals(List.of(), engineThreads(before), "threads left");
        assertEquals(List.of(), openFiles(directory), "files left open");
        for (LoopbackProxy proxy : proxies) {
            proxy.awaitNoConnections();
        }
    }

    /** One that has done its work may need a moment to be gone. */
    private static List<Thread> engineThreads(Set<Thread> before) throws InterruptedException {
        List<Thread> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("go-modules")) {
                thread.join(PATIENCE_MILLIS);
                if (thread.isAlive()) {
                    left.add(thread);
                }
            }
        }
        return left;
    }

    private static List<String> openFiles(Path directory) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of(); // no operating system that lists them
        }
        List<String> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith(directory.toString())) {
                    open.add(target);
                }
            }
        }
        return open;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile, as the one that reads the list
        }
    }
}
