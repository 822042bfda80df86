package io.jenkins.plugins.gomodules.modfile;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code retract} lines: {@code v1.2.3} or {@code [v1.2.0, v1.3.0]}. */
final class RetractLine {

    private final Directives directives;
    /** Where the versions are, to be checked against the module path, which may come last. */
    private final List<Token> versions = new ArrayList<>();

    RetractLine(Directives directives) {
        this.directives = directives;
    }

    /**
     * Reads a line and adds it to the list.
     *
     * @param strict otherwise what is not understood is passed over, since later versions of Go may know more forms
     */
    void read(Statement line, List<Token> args, Statement block, boolean strict, List<Retract> retracts)
            throws ModFileException {
        boolean interval = is(args, 0, "[");
        int lowAt = interval ? 1 : 0;
        int highAt = interval ? 3 : 0;
        int end = interval ? 5 : 1;
        String low = value(args, lowAt);
        String high = value(args, highAt);
        boolean understood = low != null && high != null && (!interval || is(args, 2, ",") && is(args, 4, "]"));
        if (strict && !isStrict(understood, line, args, low, high, end)) {
            return;
        }
        if (understood) {
            directives.count(args.get(lowAt));
            versions.add(args.get(lowAt));
            if (interval) {
                versions.add(args.get(highAt));
            }
            retracts.add(new Retract(low, high, line.comment(block)));
        }
    }

    private boolean isStrict(boolean understood, Statement line, List<Token> args, String low, String high, int end)
            throws ModFileException {
        String usage = "; usage: retract v1.2.3 or retract [v1.2.0, v1.3.0]";
        if (!understood) {
            directives.report(line.first(), "a version or an interval is wanted here".concat(usage));
            return false;
        }
        if (args.size() > end) {
            Token extra = args.get(end);
            directives.report(extra, "unexpected " + GoText.quote(extra.text) + usage);
            return false;
        }
        String wrong = ModuleVersion.canonicalVersion(low).isEmpty() ? low : high;
        if (ModuleVersion.canonicalVersion(wrong).isEmpty()) {
            directives.report(line.first(), "retract: version " + GoText.quote(wrong) + " invalid" + usage);
            return false;
        }
        return true;
    }

    private static boolean is(List<Token> args, int i, String text) {
        return i < args.size() && args.get(i).text.equals(text);
    }

    /** The text of a word or a string at an index, or null. */
    private static String value(List<Token> args, int i) {
        if (i >= args.size()) {
            return null;
        }
        Token token = args.get(i);
        if (token.kind == Token.STRING) {
            return token.text.charAt(0) == '"' ? Quoted.value(token.text) : null;
        }
        return token.kind == Token.WORD && !token.quote ? token.text : null;
    }

    /** Checks that all versions read so far go with the module path, and notes which are not complete. */
    void checkVersions(String modulePath) throws ModFileException {
        for (Token token : versions) {
            String version = directives.version(token, "retract", "");
            if (version == null || !directives.matches(token, "retract", modulePath, version)) {
                return;
            }
        }
    }
}
