package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;

/** Splits a go.mod or go.work file into tokens, one ahead. */
final class Lexer {

    /** Much more than any path or version; a longer word would be copied again and again. */
    private static final int MAX_LENGTH = 65_536;

    private static final int IN_WORD = 1;
    private static final int QUOTE = 2;

    /** For each ASCII character whether words may have it, and whether it is a quote. */
    private static final byte[] WORD_CHARS = wordChars();

    private final Source source;
    private final String text;
    /** The text again: reading an array costs a JVM that has just started a fraction of calling charAt. */
    private final char[] chars;

    private int at;
    private int line = 1;
    /** Whether something other than blanks came before on this line: then a comment belongs to it. */
    private boolean inLine;

    private Token next;

    Lexer(Source source) throws ModFileException {
        this.source = source;
        this.text = source.text;
        this.chars = text.toCharArray();
        advance();
    }

    /** Kind of the next token. */
    int peek() {
        return next.kind;
    }

    /** Takes the next token. */
    Token take() throws ModFileException {
        Token token = next;
        advance();
        return token;
    }

    /** An error at the next token. */
    ModFileException errorAtNext(String message) {
        return source.error(next.offset, message);
    }

    private ModFileException error(String message) {
        return source.error(at, message);
    }

    private void advance() throws ModFileException {
        int i = at;
        while (i < chars.length && (chars[i] == ' ' || chars[i] == '\t' || chars[i] == '\r')) {
            i++;
        }
        at = i;
        if (i == chars.length) {
            next = new Token(Token.EOF, "", i, line);
            return;
        }
        char c = chars[i];
        switch (c) {
            case '\n':
                next = new Token(c, "\n", at++, line++);
                inLine = false;
                return;
            case '(':
            case ')':
            case '[':
            case ']':
            case '{':
            case '}':
            case ',':
                next = new Token(c, String.valueOf(c), at++, line);
                inLine = true;
                return;
            case '"':
            case '`':
                string(c);
                return;
            default:
                if (!comment()) {
                    word();
                }
        }
    }

    private boolean comment() throws ModFileException {
        if (!text.startsWith("//", at)) {
            rejectBlockComment();
            return false;
        }
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        int textEnd = newline > 0 && text.charAt(newline - 1) == '\r' ? newline - 1 : end;
        next = new Token(inLine ? Token.END_COMMENT : Token.COMMENT, text.substring(at, textEnd), at, line);
        at = end;
        if (newline >= 0) {
            at++;
            line++;
        }
        inLine = false;
        return true;
    }

    private void rejectBlockComment() throws ModFileException {
        if (text.startsWith("/*", at)) {
            throw error("comments in this file start with // and run to the end of the line; /* */ is not one");
        }
    }

    private void string(char quote) throws ModFileException {
        int start = at;
        int startLine = line;
        int i = start + 1;
        while (true) {
            if (i >= text.length()) {
                throw source.error(start, "this string has no closing " + quote);
            }
            char c = text.charAt(i);
            if (c == '\n') {
                throw source.error(i, "the line ends inside a string; add the closing " + quote);
            }
            i++;
            if (c == quote) {
                break;
            }
            if (c == '\\' && quote == '"' && i < text.length()) {
                if (text.charAt(i) == '\n') {
                    line++;
                }
                i++;
            }
        }
        checkLength(start, i);
        at = i;
        inLine = true;
        next = new Token(Token.STRING, text.substring(start, i), start, startLine);
    }

    private void word() throws ModFileException {
        int start = at;
        int seen = 0;
        int i = start;
        while (i < chars.length) {
            char c = chars[i];
            if (c < 0x80) {
                seen |= WORD_CHARS[c];
                if (WORD_CHARS[c] == 0 || c == '/' && i > start && startsComment(i)) {
                    break;
                }
                i++;
            } else {
                int codePoint = text.codePointAt(i);
                if (!GoText.isPrint(codePoint)) {
                    break;
                }
                i += Character.charCount(codePoint);
            }
        }
        if (i == start) {
            throw error(unexpected(text.codePointAt(i)));
        }
        checkLength(start, i);
        at = i;
        inLine = true;
        next = new Token(Token.WORD, text.substring(start, i), start, line, (seen & QUOTE) != 0);
    }

    private void checkLength(int start, int end) throws ModFileException {
        if (end - start > MAX_LENGTH) {
            throw source.error(start, "a word of more than " + MAX_LENGTH + " characters; is the file damaged?");
        }
    }

    private boolean startsComment(int i) throws ModFileException {
        if (text.startsWith("/*", i)) {
            at = i;
            rejectBlockComment();
        }
        return text.startsWith("//", i);
    }

    /** Words are of printable characters, except those that are a token of their own. */
    private static byte[] wordChars() {
        byte[] chars = new byte[0x80];
        for (char c = '!'; c <= '~'; c++) {
            chars[c] = IN_WORD;
        }
        String punctuation = "()[]{},";
        for (int i = 0; i < punctuation.length(); i++) {
            chars[punctuation.charAt(i)] = 0;
        }
        chars['"'] = IN_WORD | QUOTE;
        chars['\''] = IN_WORD | QUOTE;
        chars['`'] = IN_WORD | QUOTE;
        return chars;
    }

    private String unexpected(int c) {
        if (c == 0xFEFF && at == 0) {
            return "the file starts with a byte-order mark, which the go command does not accept;"
                    + " save it as UTF-8 without one";
        }
        if (c == 0) {
            return "unexpected NUL character; the file is damaged, or it was saved as UTF-16 and has to be UTF-8";
        }
        return "unexpected character " + GoText.quote(c)
                + (GoText.isSpace(c) ? "; only blanks and tabs separate words" : "; remove it");
    }
}
