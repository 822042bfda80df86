package io.jenkins.plugins.gomodules.failure;

import java.util.Set;

/** How sure it is that a module is private, from its path and what is known of the build. */
final class Privacy {
    /** Hosts of code that anybody may read, as a rule. */
    private static final Set<String> PUBLIC = Set.of(
            "github.com",
            "gitlab.com",
            "bitbucket.org",
            "golang.org",
            "go.dev",
            "gopkg.in",
            "google.golang.org",
            "cloud.google.com",
            "k8s.io",
            "sigs.k8s.io",
            "go.uber.org",
            "codeberg.org",
            "gitee.com",
            "gitea.com",
            "go.opentelemetry.io",
            "go.etcd.io",
            "git.sr.ht",
            "modernc.org",
            "gorm.io",
            "go.mongodb.org");

    private static final Set<String> INSIDE =
            Set.of("corp", "internal", "intranet", "local", "lan", "home", "private", "intra");

    private Privacy() {}

    /** Whether the build's settings say so themselves. */
    static boolean isDeclared(Subject subject, ClassifierContext context) {
        String module = subject.module();
        return !module.isEmpty() && context.privateModules().matches(module)
                || context.boundHosts().contains(hostOf(module))
                || module.isEmpty() && context.boundHosts().contains(subject.host());
    }

    /** From 0 to 1, for a module that a public service says not to have. */
    static double confidence(Subject subject, ClassifierContext context, double found) {
        if (isDeclared(subject, context)) {
            return 0.97;
        }
        String host = hostOf(subject.module().isEmpty() ? subject.host() : subject.module());
        if (host.isEmpty()) {
            return Math.min(found, 0.6);
        }
        String top = host.substring(host.lastIndexOf('.') + 1);
        if (INSIDE.contains(top) || host.contains(".corp.") || host.contains(".internal.")) {
            return 0.92;
        }
        return PUBLIC.contains(host) ? Math.min(found, 0.7) : Math.max(Math.min(found, 0.85), 0.5);
    }

    private static String hostOf(String module) {
        int slash = module.indexOf('/');
        return slash < 0 ? module : module.substring(0, slash);
    }
}
