package io.jenkins.plugins.gomodules.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code GIT_CONFIG_COUNT}, {@code _KEY_n} and {@code _VALUE_n}, by which Git takes configuration from the environment.
 * Two of ours include our files around the entries that are there already: of two {@code url.*.insteadOf} of the same
 * length Git takes the first, of two credential helpers the last that begins a new list.
 *
 * @param rewrites file to include before the others
 * @param helpers file to include after them
 * @param inherited entries in the machine's own environment, which are counted, but left where they are: their values
 *     may be secrets
 * @see <a href="https://git-scm.com/docs/git-config#ENVIRONMENT">git-config(1), environment</a>
 */
record GitConfigEntries(String rewrites, String helpers, int inherited) {
    private static final String COUNT = "GIT_CONFIG_COUNT";
    private static final String KEY = "GIT_CONFIG_KEY_";
    private static final String VALUE = "GIT_CONFIG_VALUE_";
    private static final String INCLUDE = "include.path";

    /** More than anybody has; Git itself would take 2 billion. */
    private static final int MAX_ENTRIES = 10_000;

    void addTo(Map<String, String> set, UnaryOperator<String> outer) {
        String count = outer.apply(COUNT);
        int next = count == null || count.isEmpty() ? inherited : 0;
        List<String> values = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        add(keys, values, INCLUDE, rewrites);
        int entries = next > 0 ? 0 : parseCount(count);
        for (int i = 0; i < entries; i++) {
            String key = outer.apply(KEY + i);
            String value = outer.apply(VALUE + i);
            boolean ours = INCLUDE.equals(key) && (rewrites.equals(value) || helpers.equals(value));
            if (key != null && !key.isEmpty() && value != null && !ours) {
                add(keys, values, key, value);
            }
        }
        add(keys, values, INCLUDE, helpers);
        for (int i = 0; i < keys.size(); i++) {
            set.put(KEY + (next + i), keys.get(i));
            set.put(VALUE + (next + i), values.get(i));
        }
        set.put(COUNT, String.valueOf(next + keys.size()));
    }

    /** 0 for what is no number of entries. */
    static int parseCount(String count) {
        boolean number = count != null
                && !count.isEmpty()
                && count.length() <= 5
                && count.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.min(Integer.parseInt(count), MAX_ENTRIES) : 0;
    }

    private static void add(List<String> keys, List<String> values, String key, String value) {
        keys.add(key);
        values.add(value);
    }
}
