package io.jenkins.standin.demo;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Runs examples with a GOPROXY on loopback, and with private Git hosts there for those that are about private modules. */
final class Examples {
    /** All that there are. One whose name begins with "broken" fails, and shows how. */
    static final List<String> ALL =
            List.of("greeter", "workspace", "offline-image", "private", "broken", "broken-private");

    private static final Set<String> PRIVATE = Set.of("private", "broken-private");

    private final Path root;
    private final PrintStream out;

    /** @param root the directory of the examples */
    Examples(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Runs some of them; says whether each ended as it should and showed no secret. */
    boolean run(List<String> names) throws Exception {
        Path dir = Files.createTempDirectory("go-modules-demo");
        boolean good = true;
        try (LoopbackProxy proxy = LoopbackProxy.start(ExampleModules.read(root.resolve("modules")));
                PrivateHosts hosts = hostsFor(names, dir);
                DemoJenkins jenkins = new DemoJenkins(settings(proxy, dir))) {
            if (hosts != null) {
                hosts.addCredentials();
                EnvVars corporate = settings(proxy, dir);
                corporate.putAll(hosts.environment());
                jenkins.addAgent("corp", corporate);
            }
            for (String name : names) {
                out.println();
                out.println("===== examples/" + name + "/Jenkinsfile =====");
                if (PRIVATE.contains(name) && hosts == null) {
                    out.println("Left out. Not on this machine: " + String.join(", ", PrivateHosts.missingTools()));
                } else {
                    good &= run(name, jenkins, hosts);
                }
            }
        } finally {
            new FilePath(dir.toFile()).deleteRecursive();
        }
        return good;
    }

    /** Null if no example needs them, or the machine lacks what they need. */
    private PrivateHosts hostsFor(List<String> names, Path dir) throws Exception {
        boolean wanted = names.stream().anyMatch(PRIVATE::contains);
        return wanted && PrivateHosts.missingTools().isEmpty()
                ? new PrivateHosts(root.resolve("private-modules"), dir)
                : null;
    }

    private boolean run(String name, DemoJenkins jenkins, PrivateHosts hosts) throws Exception {
        Path example = root.resolve(name);
        DemoJenkins.Ended ended = jenkins.run(name, Files.readString(example.resolve("Jenkinsfile")), example, out);
        if (ended.result() != (name.startsWith("broken") ? Result.FAILURE : Result.SUCCESS)) {
            out.println("===== examples/" + name + " should have ended otherwise =====");
            return false;
        }
        if (PRIVATE.contains(name) && hosts.secrets().stream().anyMatch(ended.console()::contains)) {
            out.println("===== A secret is in the console of examples/" + name + " =====");
            return false;
        }
        return true;
    }

    /** What an administrator would set for every agent; nothing of this machine's own Go settings counts. */
    private static EnvVars settings(LoopbackProxy proxy, Path dir) {
        return new EnvVars(
                "GOENV", "off",
                "GOPROXY", proxy.url(),
                "GOPATH", dir.toString(),
                "GOMODCACHE", dir.resolve("mod").toString(),
                "GOFLAGS", "-modcacherw",
                "GOSUMDB", "off",
                "GOTOOLCHAIN", "local");
    }
}
