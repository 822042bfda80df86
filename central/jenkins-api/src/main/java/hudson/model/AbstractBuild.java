package hudson.model;

import io.jenkins.standin.Build;

/** Named in signatures only: there are no such builds here. */
public abstract class AbstractBuild<P extends AbstractProject<P, R>, R extends AbstractBuild<P, R>> extends Run<P, R> {
    protected AbstractBuild(P project, Build build) {
        super(project, build);
    }
}
