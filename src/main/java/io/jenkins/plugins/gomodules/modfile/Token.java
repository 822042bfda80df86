package io.jenkins.plugins.gomodules.modfile;

/** A word, a string in its quotes, a punctuation character, a comment or an end of line. */
final class Token {

    /** Kinds; punctuation and the end of a line are their own character. */
    static final int EOF = -1;

    static final int END_COMMENT = -2;
    static final int WORD = -3;
    static final int STRING = -4;
    static final int COMMENT = -5;

    final int kind;
    final String text;
    /** Where it starts in the source's text. */
    final int offset;
    /** From 1. */
    final int line;
    /** Whether a word has a quote in it, which most places do not take. */
    final boolean quote;

    Token(int kind, String text, int offset, int line) {
        this(kind, text, offset, line, false);
    }

    Token(int kind, String text, int offset, int line, boolean quote) {
        this.kind = kind;
        this.text = text;
        this.offset = offset;
        this.line = line;
        this.quote = quote;
    }

    /** Whether it ends a line: a line feed, a comment behind something, the end of the file. */
    static boolean endsLine(int kind) {
        return kind == '\n' || kind == END_COMMENT || kind == EOF;
    }
}
