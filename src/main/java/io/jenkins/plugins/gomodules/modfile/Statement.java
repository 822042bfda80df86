package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import java.util.List;

/**
 * A line with its comments, or what stands before and at the head of a block of lines.
 *
 * <p>A line inside a block has its arguments only; the directive is the block's.
 */
final class Statement {

    /** At least one. */
    final List<Token> tokens;

    private final boolean block;
    /** Comments above, each with its slashes. */
    private final List<String> before;
    /** Comment behind, with its slashes, {@code ""} if there is none. */
    private final String suffix;
    /** Whether the comment above the block is none of this line's. */
    private final boolean separate;
    /** Text of all the comments, once it has been asked for: many lines of a block may ask. */
    private String comment;

    private Statement(List<Token> tokens, boolean block, List<String> before, String suffix, boolean separate) {
        this.tokens = tokens;
        this.block = block;
        this.before = before;
        this.suffix = suffix;
        this.separate = separate || !before.isEmpty() || !suffix.isEmpty();
    }

    static Statement line(List<Token> tokens, List<String> before, String suffix, boolean separate) {
        return new Statement(tokens, false, before, suffix, separate);
    }

    static Statement block(List<Token> tokens, List<String> before) {
        return new Statement(tokens, true, before, "", true);
    }

    boolean isBlock() {
        return block;
    }

    Token first() {
        return tokens.get(0);
    }

    /** Whether the comment behind the line is {@code // indirect}, alone or followed by {@code ;} and more. */
    boolean isIndirect() {
        if (suffix.isEmpty()) {
            return false;
        }
        String text = GoText.trim(suffix.substring(2));
        return text.equals("indirect")
                || text.startsWith("indirect;") && text.length() > 9 && GoText.isSpace(text.charAt(9));
    }

    /**
     * Text of the comments above and behind a line, without the slashes; those above its block if the line has none of
     * its own.
     *
     * @param block the block that the line is in, or null
     */
    String comment(Statement block) {
        return block != null && !separate ? block.comment() : comment();
    }

    private String comment() {
        if (comment == null) {
            StringBuilder text = new StringBuilder();
            for (String line : before) {
                text.append(GoText.trim(line.substring(2))).append('\n');
            }
            if (!suffix.isEmpty()) {
                text.append(GoText.trim(suffix.substring(2)));
            } else if (text.length() > 0) {
                text.setLength(text.length() - 1);
            }
            comment = text.toString();
        }
        return comment;
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
