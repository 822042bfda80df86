package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.ProxyList;
import io.jenkins.plugins.gomodules.goproxy.ProxyLogins;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.probe.ComparisonReport;
import io.jenkins.plugins.gomodules.probe.GitHost;
import io.jenkins.plugins.gomodules.probe.MirrorComparison;
import io.jenkins.plugins.gomodules.probe.Probe;
import io.jenkins.plugins.gomodules.probe.ProbeReport;
import io.jenkins.plugins.gomodules.probe.ProbeSettings;
import io.jenkins.plugins.gomodules.probe.WellKnownMirrors;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** {@code gomod check}. */
final class CheckCommand {
    private static final String SSH = "ssh://";
    private static final int MAX_SECONDS = 3_600;

    private final PrintStream out;
    private boolean json;
    private boolean compare;
    private boolean git;
    private String module = "";
    private String sumDb = "";
    private String target = "";
    private int seconds;

    CheckCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) throws InterruptedException {
        read(arguments);
        GoEnvironment environment = GoEnvironment.builder()
                .environment(System.getenv(), "environment")
                .directory(Path.of("").toAbsolutePath())
                .build();
        ProbeSettings settings = ProbeSettings.of(environment, ProxyLogins.NONE);
        settings = seconds == 0 ? settings : settings.withLimitMillis(seconds * 1_000L);
        settings = sumDb.isEmpty() ? settings : settings.withSumDb(sumDb);
        settings = settings.withModule(module(compare ? MirrorComparison.DEFAULT_MODULE : settings.module()));
        if (compare) {
            return compare(settings);
        }
        ProbeReport report = report(new Probe(settings), target.isEmpty() ? environment.get("GOPROXY") : target);
        out.print(json ? CheckJson.of(report) + System.lineSeparator() : CheckText.of(report));
        return report.succeeded() ? GomodMain.EXIT_DONE : GomodMain.EXIT_FAILED;
    }

    private ProbeReport report(Probe probe, String what) throws InterruptedException {
        if (what.startsWith(SSH)) {
            return probe.gitHost(GitHost.parse(host(what.substring(SSH.length())), "", true, ""));
        }
        if (!git) {
            return probe.goproxy(what);
        }
        String bare = what.startsWith("https://") ? what.substring("https://".length()) : what;
        int slash = bare.indexOf('/');
        String path = slash < 0 ? "" : bare.substring(slash + 1);
        return probe.gitHost(GitHost.parse(host(bare), path, false, ""));
    }

    /** Without a path behind it and without a user in front of it. */
    private static String host(String text) {
        int slash = text.indexOf('/');
        String authority = slash < 0 ? text : text.substring(0, slash);
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    private int compare(ProbeSettings settings) throws InterruptedException {
        String list = target.isEmpty() ? String.join(",", WellKnownMirrors.URLS) : target;
        ComparisonReport report =
                new MirrorComparison(settings).compare(ProxyList.parse(list).entries());
        out.print(json ? CheckJson.of(report) + System.lineSeparator() : CheckText.of(report));
        return report.goproxy().isEmpty() ? GomodMain.EXIT_FAILED : GomodMain.EXIT_DONE;
    }

    private ModuleVersion module(ModuleVersion usual) {
        if (module.isEmpty()) {
            return usual;
        }
        int at = module.indexOf('@');
        if (at < 0) {
            throw new UsageException("--module: \"" + module + "\" names no version. Write path@version.");
        }
        ModuleVersion named = new ModuleVersion(module.substring(0, at), module.substring(at + 1));
        named.check();
        return named;
    }

    private void read(Arguments arguments) {
        while (!arguments.isEmpty()) {
            if (!arguments.isOption()) {
                if (!target.isEmpty()) {
                    throw new UsageException("gomod check takes one URL or list, and \"" + arguments.word()
                            + "\" is another. Separate proxies by commas.");
                }
                target = arguments.word();
                continue;
            }
            String option = arguments.nextOption();
            switch (option) {
                case "--module" -> module = arguments.value();
                case "--gosumdb" -> sumDb = arguments.value();
                case "--timeout" -> seconds = seconds(arguments);
                case "--json", "--compare", "--git" -> flag(option, arguments);
                default -> throw new UsageException("gomod check has no option " + option + ".");
            }
        }
    }

    private void flag(String option, Arguments arguments) {
        arguments.noValue();
        json |= option.equals("--json");
        compare |= option.equals("--compare");
        git |= option.equals("--git");
    }

    private static int seconds(Arguments arguments) {
        int number = arguments.number();
        if (number < 1 || number > MAX_SECONDS) {
            throw new UsageException(String.format(Locale.ROOT, "--timeout: write 1 to %d seconds.", MAX_SECONDS));
        }
        return number;
    }
}
