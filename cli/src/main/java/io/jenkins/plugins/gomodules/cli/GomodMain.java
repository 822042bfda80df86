package io.jenkins.plugins.gomodules.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The entry point. */
public final class GomodMain {
    static final int EXIT_DONE = 0;
    static final int EXIT_FAILED = 1;
    static final int EXIT_USAGE = 2;
    private static final int EXIT_INTERRUPTED = 130;

    private static final String USAGE = """
            usage: gomod COMMAND [OPTION]...

            gomod prefetch   fetches and verifies the Go modules that a project needs
              --dir DIR            a directory with a go.mod or go.work file; may be repeated (default: .)
              --engine ENGINE      auto: natively, and through the go command what only version control can deliver
                                   (default); native: without the go command; go: through the go command alone
              --verify MODE        strict: go.sum or the checksum database (default); go: as the go command would;
                                   off: what go.sum does not list is accepted
              --goproxy LIST       GOPROXY     the proxies to ask
              --goprivate P        GOPRIVATE   modules that are not for the public
              --gonoproxy P        GONOPROXY   modules that no proxy is asked for
              --gonosumdb P        GONOSUMDB   modules that the checksum database is not asked about
              --gosumdb S          GOSUMDB     the checksum database, or off
              --modcache DIR       the module cache (default: the one that the go command uses)
              --parallelism N      transfers under way at once, 0 to 1024 (default: 0, found out)
              --retries N          how often a failed transfer is tried again, 0 to 20 (default: 4)
              --connect-timeout SECONDS  until a connection to a server stands, 1 to 3600 (default: 10)
              --read-timeout SECONDS     between two arrivals of bytes, 1 to 3600 (default: 30)
              --timeout SECONDS    what everything may take together, 0 for no limit (default: 600)
              --no-extract         leaves the zips as they are
              --write-go-sum       adds to go.sum what it lacks and the checksum database vouched for
              --offline-proxy DIR  also lays out a file-system GOPROXY there, for builds without network
              --quarantine DIR     keeps the bytes of modules whose hash is wrong there, for examination
              --json               one JSON object on standard output

            gomod verify     checks zips and extracted modules in the module cache against go.sum, file by file
              --dir DIR            a directory with a go.mod or go.work file; may be repeated (default: .)
              --modcache DIR       the module cache (default: the one that the go command uses)
              --sumdb              also asks the checksum database about what go.sum does not list
              --json               one JSON object on standard output
            gomod classify LOG...   says why builds failed, from their logs; - is standard input
              --goprivate P        GOPRIVATE   modules that are not for the public
              --json               one JSON object a log, on a line of its own

            gomod check [URL|LIST]   tests the way to proxies stage by stage, and says what ends it
                                     (default: GOPROXY); ssh://HOST[:PORT] is a Git host over SSH
              --module M@V         the module that is fetched (default: github.com/pkg/errors@v0.9.1)
              --gosumdb S          GOSUMDB     the checksum database, or off
              --timeout SECONDS    what everything may take together, 1 to 3600 (default: 30)
              --git                the URL is that of a Git host over HTTPS
              --compare            measures which proxy is the fastest (default: well-known public ones)
              --json               one JSON object on standard output

            exit status: 0 all is there and verified, 1 something failed, 2 wrong usage
            """;

    private GomodMain() {}

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = run(Arrays.asList(args), out, err);
        out.flush();
        err.flush();
        // Not by returning: a daemon thread in a native call must not hold up the exit.
        Runtime.getRuntime().exit(status);
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.isEmpty()) {
            err.print(USAGE);
            return EXIT_USAGE;
        }
        List<String> rest = args.subList(1, args.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            out.print(USAGE);
            return EXIT_DONE;
        }
        try {
            switch (args.get(0)) {
                case "prefetch":
                    return new PrefetchCommand(out, err).run(new Arguments(rest));
                case "verify":
                    return new VerifyCommand(out, err).run(new Arguments(rest));
                case "classify":
                    return new ClassifyCommand(out).run(new Arguments(rest));
                case "check":
                    return new CheckCommand(out).run(new Arguments(rest));
                case "help", "--help", "-h":
                    out.print(USAGE);
                    return EXIT_DONE;
                default:
                    throw new UsageException("there is no command \"" + args.get(0) + "\".");
            }
        } catch (UsageException | IllegalArgumentException e) {
            err.println("gomod: " + e.getMessage());
            err.println("\"gomod help\" lists commands and options.");
            return EXIT_USAGE;
        } catch (InterruptedException e) {
            err.println("gomod: interrupted");
            return EXIT_INTERRUPTED;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
