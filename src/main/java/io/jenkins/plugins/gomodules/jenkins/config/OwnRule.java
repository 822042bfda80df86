package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.gomodules.failure.UserRule;
import java.io.Serializable;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A failure that an administrator describes, as a form and configuration as code have it. */
public final class OwnRule implements Describable<OwnRule>, Serializable {
    private static final long serialVersionUID = 1L;

    /** Stands in for what is not being checked. */
    private static final String EXAMPLE = "example";

    /** Characters of a log that a rule is tried on. */
    private static final int MAX_EXAMPLE = 100_000;

    private final String id;
    private final String pattern;
    private String title;
    private String remedy;
    private String link;

    /**
     * @param id small letters, digits and hyphens
     * @param pattern an expression in RE2 syntax
     */
    @DataBoundConstructor
    public OwnRule(String id, String pattern) {
        this.id = Util.fixNull(id).trim();
        this.pattern = Util.fixNull(pattern);
    }

    public String getId() {
        return Util.fixNull(id);
    }

    public String getPattern() {
        return Util.fixNull(pattern);
    }

    public String getTitle() {
        return Util.fixNull(title);
    }

    @DataBoundSetter
    public void setTitle(String value) {
        title = Util.fixEmptyAndTrim(value);
    }

    public String getRemedy() {
        return Util.fixNull(remedy);
    }

    @DataBoundSetter
    public void setRemedy(String value) {
        remedy = Util.fixEmptyAndTrim(value);
    }

    public String getLink() {
        return Util.fixNull(link);
    }

    @DataBoundSetter
    public void setLink(String value) {
        link = Util.fixEmptyAndTrim(value);
    }

    /** The same as the engine takes it; {@link UserRule#check} says whether it can be used. */
    public UserRule rule() {
        return new UserRule(getId(), getPattern(), getTitle(), getRemedy(), isWebPage(getLink()) ? getLink() : "");
    }

    /** A link becomes one that people click: nothing but a page may be behind it. */
    private static boolean isWebPage(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }

    /** {@code goFailureRule} in configuration as code. */
    @Extension
    @Symbol("goFailureRule")
    public static final class DescriptorImpl extends Descriptor<OwnRule> {
        @Override
        public String getDisplayName() {
            return Messages.OwnRule_displayName();
        }

        // Checks of syntax alone. Expressions are in RE2 syntax, so none takes long.

        public FormValidation doCheckId(@QueryParameter String value) {
            return error(new UserRule(Util.fixNull(value).trim(), EXAMPLE, EXAMPLE, "", "").check());
        }

        public FormValidation doCheckPattern(@QueryParameter String value) {
            return error(UserRule.checkPattern(Util.fixNull(value)));
        }

        public FormValidation doCheckTitle(@QueryParameter String value) {
            return Util.fixEmptyAndTrim(value) == null
                    ? FormValidation.error(Messages.OwnRule_titleBlank())
                    : FormValidation.ok();
        }

        public FormValidation doCheckLink(@QueryParameter String value) {
            String link = Util.fixNull(value).trim();
            return link.isEmpty() || isWebPage(link)
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.OwnRule_linkNotWeb());
        }

        /** Tries a rule that is not saved yet on a piece of a log. For administrators, as the form is. */
        @POST
        public FormValidation doTryOn(
                @QueryParameter String id,
                @QueryParameter String pattern,
                @QueryParameter String title,
                @QueryParameter String example) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            OwnRule rule = new OwnRule(id, pattern);
            rule.setTitle(title);
            Optional<String> wrong = rule.rule().check();
            String text = Util.fixNull(example);
            if (wrong.isPresent() || text.isBlank()) {
                return FormValidation.error(wrong.orElseGet(Messages::OwnRule_noExample));
            }
            return rule.rule()
                    .tryOn(text.substring(0, Math.min(text.length(), MAX_EXAMPLE)))
                    .map(found -> FormValidation.ok(Messages.OwnRule_found(found.line(), found.text())))
                    .orElseGet(() -> FormValidation.warning(Messages.OwnRule_notFound()));
        }

        private static FormValidation error(Optional<String> wrong) {
            return wrong.map(FormValidation::error).orElseGet(FormValidation::ok);
        }
    }
}
