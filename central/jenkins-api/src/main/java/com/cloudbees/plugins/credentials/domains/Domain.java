package com.cloudbees.plugins.credentials.domains;

import hudson.Util;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Some credentials of a store, by what they are for. The global domain has no name. */
public class Domain implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String description;
    private final List<DomainSpecification> specifications;

    public Domain(String name, String description, List<DomainSpecification> specifications) {
        this.name = Util.fixEmptyAndTrim(name);
        this.description = Util.fixEmptyAndTrim(description);
        this.specifications = specifications == null ? new ArrayList<>() : new ArrayList<>(specifications);
    }

    public static Domain global() {
        return new Domain(null, null, null);
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public List<DomainSpecification> getSpecifications() {
        return List.copyOf(specifications);
    }

    public boolean isGlobal() {
        return name == null;
    }

    public boolean test(DomainRequirement... requirements) {
        return test(List.of(requirements));
    }

    public boolean test(List<DomainRequirement> requirements) {
        return requirements.stream()
                .allMatch(each -> specifications.stream()
                        .map(specification -> specification.test(each))
                        .filter(DomainSpecification.Result::isDefinitive)
                        .findFirst()
                        .map(DomainSpecification.Result::isMatch)
                        .orElse(true));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Domain other && Objects.equals(name, other.name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
