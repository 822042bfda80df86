package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.goenv.Given;
import io.jenkins.plugins.gomodules.verify.Verifier;
import io.jenkins.plugins.gomodules.verify.VerifyOptions;
import io.jenkins.plugins.gomodules.verify.VerifyReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gomod verify}. */
final class VerifyCommand {
    private final PrintStream out;
    private final PrintStream err;
    private boolean json;
    private boolean failing;

    VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(Arguments arguments) throws InterruptedException {
        VerifyOptions options = options(arguments);
        // With --json, standard output belongs to the object; people read along on standard error.
        PrintStream console = json ? err : out;
        VerifyReport report = new Verifier(System.getenv(), line -> tell(console, line)).run(Path.of(""), options);
        if (json) {
            out.println(VerifyJson.of(report));
        }
        return report.succeeded() ? GomodMain.EXIT_DONE : GomodMain.EXIT_FAILED;
    }

    /** Failures, which come last, and the files that belong to them go to standard error wherever the rest goes. */
    private void tell(PrintStream console, String line) {
        failing |= line.startsWith("FAILED");
        (failing ? err : console).println(line);
    }

    private VerifyOptions options(Arguments arguments) {
        List<String> dirs = new ArrayList<>();
        Map<String, Given> settings = new LinkedHashMap<>();
        boolean database = false;
        while (!arguments.isEmpty()) {
            String option = arguments.nextOption();
            switch (option) {
                case "--dir" -> dirs.add(arguments.value());
                case "--modcache" -> settings.put("GOMODCACHE", new Given(arguments.value(), "option --modcache"));
                case "--sumdb" -> {
                    arguments.noValue();
                    database = true;
                }
                case "--json" -> {
                    arguments.noValue();
                    json = true;
                }
                default -> throw new UsageException("gomod verify has no option " + option + ".");
            }
        }
        return new VerifyOptions(dirs.isEmpty() ? List.of(".") : dirs, database, settings);
    }
}
