package io.jenkins.plugins.gomodules.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that have been read often enough to know what they say: a message that comes a thousand times, at a thousand
 * times of day, is read a few times.
 */
final class Shapes {
    /** What a line says may depend on the lines before it, so one look is not enough. */
    private static final int ENOUGH = 4;

    private static final int MAX_SHAPES = 4096;

    private final Map<Long, Shape> shapes = new HashMap<>();

    private static final class Shape {
        private final List<Finding> findings = new ArrayList<>(2);
        private int count;
    }

    /** What lines of this shape say; null if they have to be read. */
    List<Finding> seen(long shape) {
        Shape known = shapes.get(shape);
        return known == null || known.count < ENOUGH ? null : known.findings;
    }

    void add(long shape, List<Finding> findings) {
        if (shapes.size() >= MAX_SHAPES) {
            shapes.clear();
        }
        Shape known = shapes.computeIfAbsent(shape, hash -> new Shape());
        known.count++;
        for (Finding finding : findings) {
            if (!known.findings.contains(finding)) {
                known.findings.add(finding);
            }
        }
    }
}
