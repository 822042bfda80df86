package io.jenkins.plugins.gomodules.failure;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much an expression becomes when its repetitions are written out, which is what RE2/J does with them: two thousand
 * characters can ask for a program that no memory holds.
 */
final class PatternSize {
    private static final long UNCOUNTABLE = 1L << 40;

    private final String pattern;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** About how many instructions; never too few for a pattern that is one. */
    static long of(String pattern) {
        return new PatternSize(pattern).count();
    }

    private long count() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '(' -> {
                    outer.push(sum);
                    sum = 0;
                    last = 0;
                }
                case ')' -> {
                    last = sum + 1;
                    sum = last + (outer.isEmpty() ? 0 : outer.pop());
                }
                case '{' -> repeat();
                case '\\' -> {
                    at++;
                    one();
                }
                default -> one();
            }
            sum = Math.min(sum, UNCOUNTABLE);
            last = Math.min(last, UNCOUNTABLE);
        }
        while (!outer.isEmpty()) {
            sum += outer.pop();
        }
        return sum;
    }

    private void one() {
        last = 1;
        sum++;
    }

    /** Takes {@code {2}}, {@code {2,}} and {@code {2,3}} for what they are, and anything else in braces for text. */
    private void repeat() {
        int end = pattern.indexOf('}', at);
        String counts = end < 0 ? "" : pattern.substring(at, end);
        if (!counts.matches("\\d{1,9}(,\\d{0,9})?")) {
            one();
            return;
        }
        at = end + 1;
        long most = 1;
        for (String count : counts.split(",")) {
            most = Math.max(most, Long.parseLong(count));
        }
        sum += last * (most - 1);
        last *= most;
    }
}
