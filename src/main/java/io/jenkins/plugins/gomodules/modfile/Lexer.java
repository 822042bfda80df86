package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;

/** Splits a go.mod or go.work file into tokens, one ahead. */
final class Lexer {

    private final Source source;
    private final String text;
    private int at;
    private int line = 1;
    /** Whether something other than blanks came before on this line: then a comment belongs to it. */
    private boolean inLine;

    private Token next;

    Lexer(Source source) throws ModFileException {
        this.source = source;
        this.text = source.text;
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

    ModFileException error(String message) {
        return source.error(at, message);
    }

    private void advance() throws ModFileException {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            next = new Token(Token.EOF, "", at, line);
            return;
        }
        char c = text.charAt(at);
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

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
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
        at = i;
        inLine = true;
        next = new Token(Token.STRING, text.substring(start, i), start, startLine);
    }

    private void word() throws ModFileException {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < 0x80) {
                if (!isWordChar(c)) {
                    break;
                }
                if (c == '/' && at > start) {
                    if (text.startsWith("//", at)) {
                        break;
                    }
                    rejectBlockComment();
                }
                at++;
            } else {
                int codePoint = text.codePointAt(at);
                if (!GoText.isPrint(codePoint)) {
                    break;
                }
                at += Character.charCount(codePoint);
            }
        }
        if (at == start) {
            throw error(unexpected(text.codePointAt(at)));
        }
        inLine = true;
        next = new Token(Token.WORD, text.substring(start, at), start, line);
    }

    /** Words are of printable characters; those with a meaning of their own have been dealt with where a token starts. */
    private static boolean isWordChar(char c) {
        return c > ' '
                && c < 0x7F
                && c != '('
                && c != ')'
                && c != '['
                && c != ']'
                && c != '{'
                && c != '}'
                && c != ',';
    }

    private String unexpected(int c) {
        if (c == 0xFEFF && at == 0) {
            return "the file starts with a byte-order mark, which the go command does not accept;"
                    + " save it as UTF-8 without one";
        }
        if (c == 0) {
            return "unexpected NUL character; the file is damaged, or it was saved as UTF-16 and has to be UTF-8";
        }
        return "unexpected character " + GoText.quote(c) + "; remove it";
    }
}
