package io.jenkins.standin.demo;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.gomodules.testing.LoopbackProxy;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the examples with a GOPROXY on loopback, or a prefetch of somebody's own project with the real proxies.
 *
 * <p>Exit status: 0 if all ended as they should (an example whose name begins with "broken" should fail), 1 if not, 2 for
 * wrong usage.
 */
public final class Demo {
    private static final List<String> ORDER = List.of("greeter", "workspace", "offline-image", "broken");

    private static final String ONLINE_JENKINSFILE = """
            node {
                dir('%s') {
                    stage('Modules') {
                        def done = goModPrefetch()
                        echo "returned ${done}"
                    }
                    stage('Offline') {
                        withEnv(['GOPROXY=off']) {
                            sh '''
                                if command -v go > /dev/null; then
                                    echo "$(go list -deps ./... | wc -l) packages, all found without a network"
                                else
                                    echo 'No Go on this machine: nothing to list packages with.'
                                fi
                            '''
                        }
                    }
                }
            }
            """;

    private Demo() {}

    public static void main(String[] args) throws Exception {
        Path examples = Path.of(System.getProperty("demo.examples", "examples"));
        int status;
        if (args.length == 2 && args[0].equals("--online")) {
            status = online(Path.of(args[1]).toRealPath(), System.out);
        } else if (List.of(args).stream().allMatch(ORDER::contains)) {
            status = examples(examples, args.length == 0 ? ORDER : List.of(args), System.out);
        } else {
            System.err.println("usage: demo [EXAMPLE]... | demo --online DIR\nexamples: " + String.join(", ", ORDER));
            status = 2;
        }
        System.exit(status);
    }

    static int examples(Path examples, List<String> names, PrintStream out) throws Exception {
        Path cache = Files.createTempDirectory("go-modules-demo");
        int wrong = 0;
        try (LoopbackProxy proxy = LoopbackProxy.start(ExampleModules.read(examples.resolve("modules")));
                DemoJenkins jenkins = new DemoJenkins(settings(proxy, cache))) {
            for (String name : names) {
                out.println();
                out.println("===== examples/" + name + "/Jenkinsfile =====");
                Path example = examples.resolve(name);
                Result result = jenkins.run(name, Files.readString(example.resolve("Jenkinsfile")), example, out);
                if (result != (name.startsWith("broken") ? Result.FAILURE : Result.SUCCESS)) {
                    out.println("===== examples/" + name + " should have ended otherwise =====");
                    wrong++;
                }
            }
        } finally {
            new FilePath(cache.toFile()).deleteRecursive();
        }
        return wrong == 0 ? 0 : 1;
    }

    /** What an administrator would set for the agent; nothing of this machine's own Go settings counts. */
    private static EnvVars settings(LoopbackProxy proxy, Path cache) {
        return new EnvVars(
                "GOENV", "off",
                "GOPROXY", proxy.url(),
                "GOPATH", cache.toString(),
                "GOMODCACHE", cache.resolve("mod").toString(),
                "GOFLAGS", "-modcacherw",
                "GOSUMDB", "off",
                "GOTOOLCHAIN", "local");
    }

    private static int online(Path project, PrintStream out) throws Exception {
        String directory = project.toString().replace("\\", "\\\\").replace("'", "\\'");
        try (DemoJenkins jenkins = new DemoJenkins(new EnvVars())) {
            Result result = jenkins.run("online", ONLINE_JENKINSFILE.formatted(directory), null, out);
            return result == Result.SUCCESS ? 0 : 1;
        }
    }
}
