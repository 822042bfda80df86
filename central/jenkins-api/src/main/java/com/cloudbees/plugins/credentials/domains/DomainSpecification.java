package com.cloudbees.plugins.credentials.domains;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import java.io.Serializable;

/** What a domain's credentials are for. */
public abstract class DomainSpecification extends AbstractDescribableImpl<DomainSpecification>
        implements ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    public abstract Result test(DomainRequirement scope);

    public enum Result {
        UNKNOWN,
        PARTIAL,
        NEGATIVE,
        POSITIVE;

        public boolean isDefinitive() {
            return this == NEGATIVE || this == POSITIVE;
        }

        public boolean isMatch() {
            return this == PARTIAL || this == POSITIVE;
        }
    }
}
