package io.jenkins.plugins.gomodules.sumdb;

import java.util.List;

/**
 * The hashes that the database has of one module version, each as go.sum writes it, {@code h1:…}.
 *
 * @param zip of its files; one as a rule
 * @param goMod of its go.mod file alone; one as a rule
 */
public record ModuleSums(List<String> zip, List<String> goMod) {
    public ModuleSums {
        zip = List.copyOf(zip);
        goMod = List.copyOf(goMod);
    }
}
