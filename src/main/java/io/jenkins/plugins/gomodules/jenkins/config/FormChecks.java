package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.goenv.PatternReview;
import io.jenkins.plugins.gomodules.goenv.VcsRules;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.sumdb.InvalidSumDbException;
import io.jenkins.plugins.gomodules.sumdb.SumDbSetting;
import java.util.List;
import java.util.regex.Pattern;

/** What a form can say of a parameter from its text alone. A blank one is always right: all are optional. */
public final class FormChecks {
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:[/\\\\].*");

    /** {@code off}, a name, or a name with a verifier key, either with a URL. */
    private static final Pattern CHECKSUM_DATABASE =
            Pattern.compile("[^\\s+]+(\\+[0-9a-f]{8}\\+\\S+)?(\\s+https?://\\S+)?");

    private FormChecks() {}

    public static FormValidation pathInWorkspace(String value) {
        String path = Util.fixNull(value).trim();
        if (ABSOLUTE.matcher(path).matches()) {
            return FormValidation.warning(Messages.FormChecks_absolutePath());
        }
        int depth = 0;
        for (String name : path.split("[/\\\\]+")) {
            depth += name.equals("..") ? -1 : name.isEmpty() || name.equals(".") ? 0 : 1;
            if (depth < 0) {
                return FormValidation.warning(Messages.FormChecks_pathLeaves());
            }
        }
        return FormValidation.ok();
    }

    public static FormValidation moduleCache(String value) {
        String path = Util.fixNull(value).trim();
        return path.isEmpty() || ABSOLUTE.matcher(path).matches()
                ? FormValidation.ok()
                : FormValidation.warning(Messages.FormChecks_cacheInWorkspace());
    }

    /** A path on an agent that is the same for all builds. */
    static FormValidation absolutePath(String value) {
        String path = Util.fixNull(value).trim();
        return path.isEmpty() || ABSOLUTE.matcher(path).matches()
                ? FormValidation.ok()
                : FormValidation.error(Messages.FormChecks_relativePath());
    }

    /** The value of GOPROXY; a login in it is kept in Jenkinsfiles only, where everybody can read it. */
    public static FormValidation proxyList(String value) {
        String list = Util.fixNull(value).trim();
        if (noLogin(list).kind != FormValidation.Kind.OK) {
            return FormValidation.warning(Messages.FormChecks_loginInList());
        }
        try {
            if (!list.isEmpty()) {
                ProxyList.parse(list);
            }
            return FormValidation.ok();
        } catch (InvalidProxyListException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** The patterns of a variable, what they cannot match, and what they match too much. */
    public static FormValidation patterns(String variable, String value) {
        FormValidation first = patterns(value);
        String text = Util.fixNull(value).trim();
        if (first.kind != FormValidation.Kind.OK || text.isEmpty()) {
            return first;
        }
        List<String> mistakes = PatternReview.mistakes(variable, text);
        if (!mistakes.isEmpty()) {
            return FormValidation.error(String.join(" ", mistakes));
        }
        List<String> remarks = PatternReview.review(variable, text);
        return remarks.isEmpty() ? FormValidation.ok() : FormValidation.warning(String.join(" ", remarks));
    }

    /** Whether a text that may hold URLs holds a login, which would not be saved. */
    static FormValidation noLogin(String value) {
        String text = Util.fixNull(value);
        return text.equals(TypedLogins.remove(text))
                ? FormValidation.ok()
                : FormValidation.error(Messages.FormChecks_login());
    }

    /** An optional number. */
    static FormValidation number(String value, int lower, int upper) {
        return Util.fixEmptyAndTrim(value) == null
                ? FormValidation.ok()
                : FormValidation.validateIntegerInRange(value.trim(), lower, upper);
    }

    /** The rules of GOVCS. */
    public static FormValidation versionControl(String value) {
        String problem = VcsRules.problem(Util.fixNull(value));
        return problem.isEmpty() ? FormValidation.ok() : FormValidation.error("GOVCS " + problem);
    }

    /** Module path patterns: a scheme or a blank in one is a mistake that matches nothing. */
    private static FormValidation patterns(String value) {
        for (String pattern : Util.fixNull(value).split(",")) {
            String text = pattern.trim();
            if (text.contains("://")) {
                return FormValidation.error(Messages.FormChecks_patternIsUrl(text));
            }
            if (text.matches(".*\\s.*")) {
                return FormValidation.error(Messages.FormChecks_patternHasBlank(text));
            }
        }
        return FormValidation.ok();
    }

    public static FormValidation checksumDatabase(String value) {
        String text = Util.fixNull(value).trim();
        if (text.isEmpty() || text.equals(SumDbSetting.OFF)) {
            return FormValidation.ok();
        }
        if (!CHECKSUM_DATABASE.matcher(text).matches()) {
            return FormValidation.error(Messages.FormChecks_checksumDatabase());
        }
        try {
            SumDbSetting.parse(text);
            return FormValidation.ok();
        } catch (InvalidSumDbException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
