package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.prefetch.Engine;
import io.jenkins.plugins.gomodules.prefetch.PrefetchOptions;
import io.jenkins.plugins.gomodules.prefetch.PrefetchReport;
import io.jenkins.plugins.gomodules.prefetch.Prefetcher;
import io.jenkins.plugins.gomodules.prefetch.Verification;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gomod prefetch}. */
final class PrefetchCommand {
    private final PrintStream out;
    private final PrintStream err;
    private boolean json;

    PrefetchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) throws InterruptedException {
        PrefetchOptions options = options(arguments);
        // With --json, standard output belongs to the object; people read along on standard error.
        PrintStream console = json ? err : out;
        PrefetchReport report = new Prefetcher(System.getenv(), line -> tell(console, line)).run(Path.of(""), options);
        if (json) {
            out.println(PrefetchJson.of(report));
        }
        return report.succeeded() ? GomodMain.EXIT_DONE : GomodMain.EXIT_FAILED;
    }

    /** Failures go to standard error wherever the rest goes. */
    private void tell(PrintStream console, String line) {
        (line.startsWith("FAILED") ? err : console).println(line);
    }

    private PrefetchOptions options(Arguments arguments) {
        PrefetchOptions.Builder options = PrefetchOptions.builder();
        List<String> dirs = new ArrayList<>();
        while (!arguments.isEmpty()) {
            String option = arguments.nextOption();
            switch (option) {
                case "--dir" -> dirs.add(arguments.value());
                case "--engine" -> options.engine(Engine.parse(arguments.value()));
                case "--verify" -> options.verify(Verification.parse(arguments.value()));
                case "--goproxy" -> options.setting("GOPROXY", arguments.value(), "option --goproxy");
                case "--goprivate" -> options.setting("GOPRIVATE", arguments.value(), "option --goprivate");
                case "--gonoproxy" -> options.setting("GONOPROXY", arguments.value(), "option --gonoproxy");
                case "--gonosumdb" -> options.setting("GONOSUMDB", arguments.value(), "option --gonosumdb");
                case "--gosumdb" -> options.setting("GOSUMDB", arguments.value(), "option --gosumdb");
                case "--modcache" -> options.setting("GOMODCACHE", arguments.value(), "option --modcache");
                case "--parallelism" -> options.parallelism(arguments.number());
                case "--retries" -> options.retries(arguments.number());
                case "--connect-timeout" -> options.connectTimeoutSeconds(arguments.number());
                case "--read-timeout" -> options.readTimeoutSeconds(arguments.number());
                case "--timeout" -> options.timeoutSeconds(arguments.number());
                case "--offline-proxy" -> options.offlineProxy(arguments.value());
                case "--quarantine" -> options.quarantine(arguments.value());
                case "--no-extract" -> {
                    arguments.noValue();
                    options.extract(false);
                }
                case "--write-go-sum" -> {
                    arguments.noValue();
                    options.writeGoSum(true);
                }
                case "--json" -> {
                    arguments.noValue();
                    json = true;
                }
                default -> throw new UsageException("gomod prefetch has no option " + option + ".");
            }
        }
        if (!dirs.isEmpty()) {
            options.dirs(dirs);
        }
        return options.build();
    }
}
