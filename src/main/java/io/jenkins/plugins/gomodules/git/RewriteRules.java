package io.jenkins.plugins.gomodules.git;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which URL becomes which: {@code url.<base>.insteadOf}, where of all prefixes that fit Git takes the longest. Bindings
 * speak of whole path components, Git of prefixes: {@code team/lib} is also the beginning of {@code team/library}. So
 * around a rule that does not end at a component's end, each character that could go on gets a rule of its own, which
 * does what would be done without.
 */
final class RewriteRules {
    /** What may follow in the name of a repository. */
    private static final String NAME_CHARACTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~+%";

    private final Map<String, String> rules = new LinkedHashMap<>();

    /** Adds a rule unless there is one for the prefix already. */
    void add(String prefix, String base) {
        if (isOpen(prefix)) {
            rules.putIfAbsent(prefix + ".git", base + ".git");
        }
        rules.putIfAbsent(prefix, base);
    }

    /** The configuration file. */
    String file() {
        Map<String, String> all = new LinkedHashMap<>(rules);
        new TreeMap<>(rules).keySet().stream().filter(RewriteRules::isOpen).forEach(prefix -> addGuards(prefix, all));
        GitConfigText text = new GitConfigText();
        all.forEach((prefix, base) -> text.section("url", base).set("insteadOf", prefix));
        return text.toString();
    }

    private void addGuards(String prefix, Map<String, String> all) {
        String shorter = "";
        for (String each : rules.keySet()) {
            boolean fits = prefix.startsWith(each) && (!isOpen(each) || prefix.startsWith(each + "/"));
            if (fits && each.length() > shorter.length() && !each.equals(prefix)) {
                shorter = each;
            }
        }
        String otherwise = rules.getOrDefault(shorter, "") + prefix.substring(shorter.length());
        for (int i = 0; i < NAME_CHARACTERS.length(); i++) {
            char next = NAME_CHARACTERS.charAt(i);
            all.putIfAbsent(prefix + next, otherwise + next);
        }
    }

    /** Whether the prefix ends within a component. */
    private static boolean isOpen(String prefix) {
        return !prefix.endsWith("/") && !prefix.endsWith(":");
    }
}
