package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modzip.FileChange;
import io.jenkins.plugins.gomodules.modzip.FileDigests;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * By which files a zip or a tree differs from what it should be.
 *
 * @param changed how many files have other content
 * @param added how many should not be there
 * @param removed how many should be there
 * @param first some of them, by name
 */
public record FileChanges(int changed, int added, int removed, List<FileChange> first) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Files that are named, of one zip or tree. */
    public static final int MAX_NAMED = 50;

    /** Where files cannot be compared: there is nothing left that is right. */
    public static final FileChanges UNKNOWN = new FileChanges(0, 0, 0, List.of());

    public FileChanges {
        first = List.copyOf(first);
    }

    static FileChanges between(FileDigests right, FileDigests now) {
        int[] counts = new int[FileChange.Kind.values().length];
        List<FileChange> first = new ArrayList<>();
        right.differences(now, change -> {
            counts[change.kind().ordinal()]++;
            if (first.size() < MAX_NAMED) {
                first.add(change);
            }
        });
        return new FileChanges(
                counts[FileChange.Kind.CHANGED.ordinal()],
                counts[FileChange.Kind.ADDED.ordinal()],
                counts[FileChange.Kind.REMOVED.ordinal()],
                first);
    }

    /** How many files differ. */
    public int count() {
        return changed + added + removed;
    }

    /** Such as {@code 1 changed, 2 added}; {@code ""} where files could not be compared. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text, changed, FileChange.Kind.CHANGED);
        append(text, added, FileChange.Kind.ADDED);
        append(text, removed, FileChange.Kind.REMOVED);
        return text.toString();
    }

    private static void append(StringBuilder text, int count, FileChange.Kind kind) {
        if (count > 0) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(kind.id());
        }
    }
}
