package io.jenkins.plugins.gomodules.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds {@code url.*.insteadOf} of the machine's user that go before ours: Git reads the files first, and of two prefixes
 * of the same length it takes the first. They are left alone, but not left unsaid.
 */
final class UserRewrites {
    private static final List<String> COMMAND =
            List.of("git", "config", "--null", "--show-scope", "--get-regexp", "^url\\..*\\.insteadof$");
    private static final int MAX_NOTICES = 5;

    private final Programs programs;

    UserRewrites(Programs programs) {
        this.programs = programs;
    }

    /** A sentence for each that takes URLs away from a binding. */
    List<String> conflicts(List<BoundHost> hosts) throws InterruptedException {
        List<String> notices = new ArrayList<>();
        Optional<Machine.Output> output = programs.run(COMMAND, Map.of(), Programs.LIMIT);
        if (output.isEmpty() || output.get().exit() != 0) {
            return notices;
        }
        // scope NUL key LF value NUL
        String[] parts = output.get().text().split("\0");
        for (int i = 0; i + 1 < parts.length; i += 2) {
            int end = parts[i + 1].indexOf('\n');
            boolean environment = parts[i].equals("command");
            for (BoundHost each : end < 0 || environment ? List.<BoundHost>of() : hosts) {
                String base = parts[i + 1].substring(0, end);
                String prefix = parts[i + 1].substring(end + 1);
                if (takes(prefix, each.binding())
                        && !leadsThere(base, each.binding())
                        && notices.size() < MAX_NOTICES) {
                    notices.add("The Git configuration of the machine's user rewrites URLs that begin with "
                            + Fields.quote(prefix) + " (url.….insteadOf), and goes before the binding for "
                            + each.binding().place() + "; remove it there, or bind a longer path");
                }
            }
        }
        return notices;
    }

    private static boolean takes(String prefix, HostBinding binding) {
        String ours = binding.httpsPrefix();
        return prefix.startsWith(ours) && RepositoryPath.covers(ours, prefix);
    }

    /** Whether ssh would be called with the name under which it knows the binding. */
    private static boolean leadsThere(String base, HostBinding binding) {
        return binding.protocol() == HostProtocol.SSH
                && binding.path().isEmpty()
                && binding.sshUrl().isEmpty()
                && base.contains("@" + binding.host());
    }
}
