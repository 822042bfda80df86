package io.jenkins.standin;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code place(name: …, size: …)}, within {@code visit}. */
public class Place extends AbstractDescribableImpl<Place> {
    private final String name;
    private int size = 1;

    @DataBoundConstructor
    public Place(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public int getSize() {
        return size;
    }

    @DataBoundSetter
    public void setSize(int size) {
        this.size = size;
    }

    @Extension
    @Symbol("place")
    public static final class DescriptorImpl extends Descriptor<Place> {
        @Override
        public String getDisplayName() {
            return "A place";
        }
    }
}
