package io.jenkins.plugins.gomodules.jenkins.view;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A cause, and which builds of a job failed for it. */
public final class TrendRow {
    private final String id;
    private final String colour;
    private final TrendCell[] cells;
    private int count;
    private int last;

    TrendRow(String id, String colour, int builds) {
        this.id = id;
        this.colour = colour;
        cells = new TrendCell[builds];
    }

    /** @param column the build's place, from 0 for the oldest */
    void add(int column, TrendCell cell) {
        if (cells[column] == null) {
            cells[column] = cell;
            count++;
            last = Math.max(last, column);
        }
    }

    /** The cause's id; empty for all that have no row of their own. */
    public String getId() {
        return id;
    }

    /** The end of the CSS class that colours it. */
    public String getColour() {
        return colour;
    }

    /** Builds that failed for it. */
    public int getCount() {
        return count;
    }

    int last() {
        return last;
    }

    TrendCell cell(int column) {
        return cells[column];
    }

    /** One for each build, the oldest first; null for those that did not fail for it. */
    public List<TrendCell> getCells() {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }
}
