package io.jenkins.standin.demo;

import hudson.EnvVars;
import hudson.model.Result;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the examples with a GOPROXY on loopback, or a prefetch of somebody's own project with the real proxies.
 *
 * <p>Exit status: 0 if all ended as they should (an example whose name begins with "broken" should fail) and no secret was
 * shown, 1 if not, 2 for wrong usage.
 */
public final class Demo {
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
        } else if (List.of(args).stream().allMatch(Examples.ALL::contains)) {
            List<String> names = args.length == 0 ? Examples.ALL : List.of(args);
            status = new Examples(examples, System.out).run(names) ? 0 : 1;
        } else {
            System.err.println(
                    "usage: demo [EXAMPLE]... | demo --online DIR\nexamples: " + String.join(", ", Examples.ALL));
            status = 2;
        }
        System.exit(status);
    }

    private static int online(Path project, PrintStream out) throws Exception {
        String directory = project.toString().replace("\\", "\\\\").replace("'", "\\'");
        try (DemoJenkins jenkins = new DemoJenkins(new EnvVars())) {
            DemoJenkins.Ended ended = jenkins.run("online", ONLINE_JENKINSFILE.formatted(directory), null, out);
            return ended.result() == Result.SUCCESS ? 0 : 1;
        }
    }
}
