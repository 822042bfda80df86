package io.jenkins.plugins.gomodules.modfile;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines and blocks of a go.mod or go.work file, whatever they say. */
final class Syntax {

    private final Source source;
    private final Lexer lexer;

    private Syntax(Source source) throws ModFileException {
        this.source = source;
        this.lexer = new Lexer(source);
    }

    /**
     * The statements of a file.
     *
     * @throws ModFileException naming the first place that is not lines and blocks
     */
    static List<Statement> parse(Source source) throws ModFileException {
        return new Syntax(source).file();
    }

    private List<Statement> file() throws ModFileException {
        List<Statement> statements = new ArrayList<>();
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
                    return statements;
                default:
                    statements.add(statement(comments));
                    comments = List.of();
            }
        }
    }

    private static List<String> add(List<String> comments, String comment) {
        List<String> list = comments.isEmpty() ? new ArrayList<>(2) : comments;
        list.add(comment);
        return list;
    }

    private Statement statement(List<String> comments) throws ModFileException {
        List<Token> tokens = new ArrayList<>(4);
        tokens.add(lexer.take());
        while (true) {
            Token token = lexer.take();
            if (Token.endsLine(token.kind)) {
                return Statement.line(tokens, comments, suffix(token));
            }
            if (token.kind == '(') {
                if (Token.endsLine(lexer.peek())) {
                    return Statement.block(tokens, comments, lines(tokens.get(0)));
                }
                if (lexer.peek() == ')') {
                    Token close = lexer.take();
                    if (Token.endsLine(lexer.peek())) {
                        lexer.take();
                        return Statement.block(tokens, comments, List.of());
                    }
                    tokens.add(token);
                    token = close;
                }
            }
            tokens.add(token);
        }
    }

    private static String suffix(Token end) {
        return end.kind == Token.END_COMMENT ? end.text : "";
    }

    /** The lines of a block up to and including its closing parenthesis. */
    private List<Statement> lines(Token start) throws ModFileException {
        List<Statement> lines = new ArrayList<>();
        List<String> comments = List.of();
        while (true) {
            switch (lexer.peek()) {
                case Token.END_COMMENT:
                    lexer.take();
                    break;
                case '\n':
                    lexer.take();
                    boolean counts = comments.isEmpty()
                            ? !lines.isEmpty()
                            : !comments.get(comments.size() - 1).isEmpty();
                    if (counts) {
                        comments = add(comments, "");
                    }
                    break;
                case Token.COMMENT:
                    comments = add(comments, lexer.take().text);
                    break;
                case Token.EOF:
                    throw source.error(
                            start.offset,
                            "the block that starts here has no end; add a line with a closing parenthesis");
                case ')':
                    lexer.take();
                    if (!Token.endsLine(lexer.peek())) {
                        throw lexer.error("unexpected text behind the closing parenthesis; start a new line");
                    }
                    lexer.take();
                    return lines;
                default:
                    lines.add(line(comments));
                    comments = List.of();
            }
        }
    }

    private Statement line(List<String> comments) throws ModFileException {
        List<Token> tokens = new ArrayList<>(2);
        tokens.add(lexer.take());
        while (true) {
            Token token = lexer.take();
            if (Token.endsLine(token.kind)) {
                return Statement.line(tokens, comments, suffix(token));
            }
            tokens.add(token);
        }
    }
}
