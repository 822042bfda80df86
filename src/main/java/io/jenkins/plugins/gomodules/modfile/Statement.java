package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import java.util.List;

/**
 * A line with its comments, or a block of lines.
 *
 * <p>A line inside a block has its arguments only; the directive is the block's.
 */
final class Statement {

    /** At least one. */
    final List<Token> tokens;
    /** Comments above, each with its {@code //}; inside a block, {@code ""} stands for a blank line. */
    final List<String> before;
    /** Comment behind, with its {@code //}, {@code ""} if there is none. */
    final String suffix;
    /** Lines of a block; null for a line. */
    final List<Statement> lines;

    private Statement(List<Token> tokens, List<String> before, String suffix, List<Statement> lines) {
        this.tokens = tokens;
        this.before = before;
        this.suffix = suffix;
        this.lines = lines;
    }

    static Statement line(List<Token> tokens, List<String> before, String suffix) {
        return new Statement(tokens, before, suffix, null);
    }

    static Statement block(List<Token> tokens, List<String> before, List<Statement> lines) {
        return new Statement(tokens, before, "", lines);
    }

    boolean isBlock() {
        return lines != null;
    }

    Token first() {
        return tokens.get(0);
    }

    /** Whether the comment behind the line is {@code // indirect}, alone or followed by {@code ;} and more. */
    boolean isIndirect() {
        if (suffix.isEmpty()) {
            return false;
        }
        String comment = GoText.trim(suffix.substring(2));
        return comment.equals("indirect")
                || comment.startsWith("indirect;") && comment.length() > 9 && GoText.isSpace(comment.charAt(9));
    }

    /**
     * Text of the comments above and behind a line, without the slashes; those above its block if the line has none of
     * its own. A blank line above it counts as its own, as it does for the go command.
     *
     * @param block the block that the line is in, or null
     */
    String comment(Statement block) {
        boolean ofBlock = block != null && before.isEmpty() && suffix.isEmpty();
        StringBuilder text = new StringBuilder();
        boolean first = true;
        for (String comment : ofBlock ? block.before : before) {
            if (!comment.isEmpty()) {
                text.append(first ? "" : "\n").append(GoText.trim(comment.substring(2)));
                first = false;
            }
        }
        if (!ofBlock && !suffix.isEmpty()) {
            text.append(first ? "" : "\n").append(GoText.trim(suffix.substring(2)));
        }
        return text.toString();
    }

    /** The paragraph of a comment that starts with {@code Deprecated:}, without this word; {@code ""} if none does. */
    static String deprecation(String comment) {
        String word = "Deprecated:";
        int start = 0;
        if (!comment.startsWith(word)) {
            int paragraph = comment.indexOf("\n\n".concat(word));
            if (paragraph < 0) {
                return "";
            }
            start = paragraph + 2;
        }
        start += word.length();
        while (start < comment.length() && comment.charAt(start) == ' ') {
            start++;
        }
        int end = comment.indexOf("\n\n", start);
        return comment.substring(start, end < 0 ? comment.length() : end);
    }
}
