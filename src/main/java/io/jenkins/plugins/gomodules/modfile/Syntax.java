package io.jenkins.plugins.gomodules.modfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lines and blocks of a go.mod or go.work file one after the other, whatever they say. Of each it keeps no
 * more than can mean something, so that a hostile file does not grow when it is read.
 */
final class Syntax {

    /** No directive has as many words. */
    private static final int MAX_TOKENS = 16;

    /** Nobody explains a version in as many lines. */
    private static final int MAX_COMMENTS = 10_000;

    private final Source source;
    private final Lexer lexer;
    /** Where the block starts whose lines are read; null outside of one. */
    private Token block;
    /** Whether that block has had a line. */
    private boolean hadLine;

    Syntax(Source source) throws ModFileException {
        this.source = source;
        this.lexer = new Lexer(source);
    }

    /**
     * The next line outside of a block, or the next block, whose lines {@link #nextInBlock()} then gives.
     *
     * @return null at the end of the file
     * @throws ModFileException if what follows is neither
     */
    Statement next() throws ModFileException {
        List<String> comments = List.of();
        while (true) {
            switch (lexer.peek()) {
                case '\n':
                    // A blank line separates a comment from what follows.
                    lexer.take();
                    comments = List.of();
                    break;
                case Token.COMMENT:
                    comments = add(comments, lexer.take().text);
                    break;
                case Token.EOF:
                    return null;
                default:
                    return statement(comments);
            }
        }
    }

    private static List<String> add(List<String> comments, String comment) {
        List<String> list = comments.isEmpty() ? new ArrayList<>(2) : comments;
        if (list.size() < MAX_COMMENTS) {
            list.add(comment);
        }
        return list;
    }

    private static void add(List<Token> tokens, Token token) {
        if (tokens.size() < MAX_TOKENS) {
            tokens.add(token);
        }
    }

    private Statement statement(List<String> comments) throws ModFileException {
        List<Token> tokens = new ArrayList<>(4);
        tokens.add(lexer.take());
        while (true) {
            Token token = lexer.take();
            if (Token.endsLine(token.kind)) {
                return Statement.line(tokens, comments, suffix(token), true);
            }
            if (token.kind == '(') {
                if (Token.endsLine(lexer.peek())) {
                    block = tokens.get(0);
                    hadLine = false;
                    return Statement.block(tokens, comments);
                }
                if (lexer.peek() == ')') {
                    Token close = lexer.take();
                    if (Token.endsLine(lexer.peek())) {
                        lexer.take();
                        return Statement.block(tokens, comments);
                    }
                    add(tokens, token);
                    token = close;
                }
            }
            add(tokens, token);
        }
    }

    private static String suffix(Token end) {
        return end.kind == Token.END_COMMENT ? end.text : "";
    }

    /**
     * The next line of the block that {@link #next()} gave last.
     *
     * @return null at its end
     * @throws ModFileException if the block does not end as blocks do
     */
    Statement nextInBlock() throws ModFileException {
        List<String> comments = List.of();
        boolean blank = false;
        while (block != null) {
            switch (lexer.peek()) {
                case Token.END_COMMENT:
                    lexer.take();
                    break;
                case '\n':
                    lexer.take();
                    blank = true;
                    break;
                case Token.COMMENT:
                    comments = add(comments, lexer.take().text);
                    break;
                case Token.EOF:
                    throw source.error(
                            block.offset,
                            "the block that starts here has no end; add a line with a closing parenthesis");
                case ')':
                    lexer.take();
                    if (!Token.endsLine(lexer.peek())) {
                        throw lexer.errorAtNext("unexpected text behind the closing parenthesis; start a new line");
                    }
                    lexer.take();
                    block = null;
                    break;
                default:
                    // A blank line between lines separates what follows from the comment above the block.
                    boolean separate = blank && hadLine;
                    hadLine = true;
                    return line(comments, separate);
            }
        }
        return null;
    }

    private Statement line(List<String> comments, boolean separate) throws ModFileException {
        List<Token> tokens = new ArrayList<>(2);
        tokens.add(lexer.take());
        while (true) {
            Token token = lexer.take();
            if (Token.endsLine(token.kind)) {
                return Statement.line(tokens, comments, suffix(token), separate);
            }
            add(tokens, token);
        }
    }
}
