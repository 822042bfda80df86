package io.jenkins.plugins.gomodules.git;

/**
 * Writes a file in the format of Git's configuration.
 *
 * @see <a href="https://git-scm.com/docs/git-config#_syntax">git-config(1), syntax</a>
 */
final class GitConfigText {
    private final StringBuilder text = new StringBuilder();

    /** Begins a section; what follows belongs to it. */
    GitConfigText section(String name, String subsection) {
        text.append('[').append(name).append(" \"").append(escape(subsection)).append("\"]\n");
        return this;
    }

    GitConfigText set(String name, String value) {
        text.append('\t').append(name).append(" = \"").append(escape(value)).append("\"\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A line break in a value has an escape; in a subsection it cannot be, and no path or URL of ours has one. */
    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
