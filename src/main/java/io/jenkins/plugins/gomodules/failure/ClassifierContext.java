package io.jenkins.plugins.gomodules.failure;

import io.jenkins.plugins.gomodules.module.ModulePatterns;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a build besides its log.
 *
 * @param privateModules the modules that are not for the public, as GOPRIVATE lists them
 * @param boundHosts hosts that credentials are bound to, so what is there is private; in lower case, without port
 * @param firstHand causes that a step of this plugin has seen itself; they take precedence over all that is read
 */
public record ClassifierContext(ModulePatterns privateModules, Set<String> boundHosts, List<Cause> firstHand)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing but the log. */
    public static final ClassifierContext NONE = new ClassifierContext(ModulePatterns.NONE, Set.of(), List.of());

    public ClassifierContext {
        Set<String> lower = new TreeSet<>();
        for (String host : boundHosts) {
            lower.add(host.toLowerCase(Locale.ROOT));
        }
        boundHosts = Set.copyOf(lower);
        firstHand = List.copyOf(firstHand);
    }

    /** @param privateModules a list of patterns separated by commas, as in GOPRIVATE */
    public static ClassifierContext ofPrivateModules(String privateModules) {
        return new ClassifierContext(ModulePatterns.parse(privateModules), Set.of(), List.of());
    }
}
