package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
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

    public static FormValidation proxyList(String value) {
        String list = Util.fixNull(value).trim();
        try {
            if (!list.isEmpty()) {
                ProxyList.parse(list);
            }
            return FormValidation.ok();
        } catch (InvalidProxyListException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Module path patterns: a scheme or a blank in one is a mistake that matches nothing. */
    public static FormValidation patterns(String value) {
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
        return text.isEmpty() || CHECKSUM_DATABASE.matcher(text).matches()
                ? FormValidation.ok()
                : FormValidation.error(Messages.FormChecks_checksumDatabase());
    }
}
