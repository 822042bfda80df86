package io.jenkins.plugins.gomodules.jenkins.view;

import java.util.Set;

/** The names of CSS classes that colour a cause by its category. */
final class CauseColour {
    private static final Set<String> KNOWN = Set.of(
            "access",
            "code",
            "goproxy",
            "image",
            "machine",
            "modules",
            "network",
            "own",
            "project",
            "step",
            "toolchain",
            "vcs");

    private CauseColour() {}

    /** One of a fixed list of names: {@code other} for categories that have no colour of their own. */
    static String of(String category) {
        return KNOWN.contains(category) ? category : "other";
    }
}
