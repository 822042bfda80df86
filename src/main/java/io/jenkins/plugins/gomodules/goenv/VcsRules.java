package io.jenkins.plugins.gomodules.goenv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The value of GOVCS: which version control systems may be used for which modules, as {@code pattern:list} with commas between
 * the rules and bars inside a list.
 *
 * @see <a href="https://go.dev/ref/mod#vcs-govcs">Go Modules Reference: GOVCS</a>
 */
public final class VcsRules {
    private static final List<String> SYSTEMS = List.of("all", "off", "git", "hg", "svn", "bzr", "fossil");

    private VcsRules() {}

    /** What is wrong with a value, to follow the name of the variable; {@code ""} if nothing is. */
    public static String problem(String value) {
        Set<String> seen = new HashSet<>();
        for (String rule : value.isBlank() ? new String[0] : value.split(",", -1)) {
            int colon = rule.indexOf(':');
            String pattern = colon < 0 ? "" : rule.substring(0, colon).strip();
            if (pattern.isEmpty() || pattern.startsWith(".")) {
                return "has \"" + Secrets.maskUrls(rule.strip())
                        + "\", which the go command refuses. Write pattern:command, such as "
                        + "github.com:git, and all rules separated by commas.";
            }
            if (!seen.add(pattern)) {
                return "has two rules for \"" + pattern + "\", and the go command refuses the second. Write one, with a"
                        + " bar between the systems: " + pattern + ":git|hg.";
            }
            for (String system : rule.substring(colon + 1).split("\\|", -1)) {
                if (!SYSTEMS.contains(system.strip())) {
                    return "has \"" + Secrets.maskUrls(rule.strip()) + "\", and \"" + Secrets.maskUrls(system.strip())
                            + "\" is no version control system that the go command knows. Use git, hg, svn, bzr, fossil,"
                            + " all or off, with bars between several.";
                }
            }
        }
        return "";
    }
}
