package io.jenkins.plugins.gomodules.jenkins.config;

import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.gomodules.failure.UserRule;
import java.io.Serializable;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A failure that an administrator describes, as a form and configuration as code have it. */
public final class OwnRule implements Describable<OwnRule>, Serializable {
    private static final long serialVersionUID = 1L;

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
        return id;
    }

    public String getPattern() {
        return pattern;
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
        return new UserRule(id, pattern, getTitle(), getRemedy(), getLink());
    }

    /** {@code goFailureRule} in configuration as code. */
    @Extension
    @Symbol("goFailureRule")
    public static final class DescriptorImpl extends Descriptor<OwnRule> {
        @Override
        public String getDisplayName() {
            return Messages.OwnRule_displayName();
        }
    }
}
