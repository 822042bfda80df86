package io.jenkins.plugins.gomodules.failure;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** The parts of {@code bench/classify} that run in a JVM. In the classifier's package, to see its catalog. */
public final class ClassifyBench {
    private static final String[] NAMES = {
        "alpha",
        "billing",
        "cache",
        "dispatch",
        "edge",
        "ledger",
        "metrics",
        "queue",
        "router",
        "store",
        "tenant",
        "worker"
    };
    private static final String[] WORDS =
            ("the of build module request error value state handler returned expected timeout"
                            + " connection retry status not found checking result server client message reading closed failed context")
                    .split(" ");

    private ClassifyBench() {}

    /** @param args what to do, a log, and for some a number of megabytes or another file */
    public static void main(String[] args) throws IOException {
        Path log = Path.of(args[1]);
        switch (args[0]) {
            case "generate" -> generate(log, Integer.parseInt(args[2]) * 1_000_000L);
            case "literals" ->
                Files.write(log, new RuleSet(Catalog.load()).search().texts());
            case "classify" -> classify(log, Integer.parseInt(args[2]));
            case "regexes" -> regexes(log, Integer.parseInt(args[2]) * 1_000_000L);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** The log of a pipeline that builds images and tests, with a failure at its end. */
    private static void generate(Path log, long size) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            long written = 0;
            for (int i = 0; written < size; i++) {
                String line = line(random, i);
                out.write(line);
                out.write('\n');
                written += line.length() + 1;
            }
            out.write(
                    "#31 14.70 go: example.com/lib@v1.2.3: Get \"https://proxy.golang.org/example.com/lib/@v/v1.2.3.zip\": dial tcp: "
                            + "lookup proxy.golang.org on 10.0.0.2:53: no such host\n");
            out.write("ERROR: script returned exit code 1\nFinished: FAILURE\n");
        }
    }

    private static String line(Random random, int i) {
        String name = NAMES[random.nextInt(NAMES.length)];
        String time = String.format(
                Locale.ROOT, "[2025-03-04T%02d:%02d:%02d.%03dZ] ", i / 36000 % 24, i / 600 % 60, i / 10 % 60, i % 1000);
        return switch (random.nextInt(12)) {
            case 0 -> time + "go: downloading example.com/" + name + "/v" + random.nextInt(9) + " v1." + i % 90 + ".0";
            case 1 -> time + "=== RUN   Test" + name + "/case_" + random.nextInt(900);
            case 2 ->
                time + "--- PASS: Test" + name + "/case_" + random.nextInt(900) + " (0.0" + random.nextInt(9) + "s)";
            case 3 -> time + "    " + name + "_test.go:" + random.nextInt(400) + ": " + words(random);
            case 4 ->
                "#" + random.nextInt(40) + " " + random.nextInt(90) + "." + random.nextInt(99) + " " + words(random);
            case 5 ->
                time + "ok  \texample.com/app/internal/" + name + "\t" + random.nextInt(9)
                        + ".31s\tcoverage: 71.3% of statements";
            case 6 ->
                "{\"level\":\"info\",\"ts\":17000000" + i % 100 + ",\"caller\":\"" + name + "/run.go:"
                        + random.nextInt(300) + "\",\"msg\":\"" + words(random) + "\",\"attempt\":" + random.nextInt(4)
                        + "}";
            case 7 ->
                time + "[INFO] Downloading from central: https://repo.maven.apache.org/maven2/org/example/" + name + "/"
                        + random.nextInt(9) + "/" + name + ".pom";
            case 8 -> time + "+ CGO_ENABLED=0 go build -trimpath -o bin/" + name + " ./cmd/" + name;
            case 9 ->
                time + "npm http fetch GET 200 https://registry.npmjs.org/" + name + " " + random.nextInt(900)
                        + "ms (cache hit)";
            case 10 ->
                "10.0.0." + random.nextInt(250) + " - - \"GET /" + name + " HTTP/1.1\" "
                        + (random.nextInt(20) == 0 ? 404 : 200) + " " + random.nextInt(9000);
            default -> time + words(random) + " " + words(random);
        };
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    /** Processor time of this thread: other programs on the machine do not count. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Prints the milliseconds of each run, one after another: the first is a cold JVM's. */
    private static void classify(Path log, int runs) throws IOException {
        for (int i = 0; i < runs; i++) {
            long start = now();
            String found;
            try (InputStream in = Files.newInputStream(log)) {
                found = Classifier.standard()
                        .classify(in, ClassifierContext.NONE)
                        .root()
                        .map(Cause::id)
                        .orElse("nothing");
            }
            System.out.println((now() - start) / 1_000_000 + " " + found);
        }
    }

    /** Each expression on each line, as the Build Failure Analyzer does; on the first part of the log. */
    private static void regexes(Path log, long part) throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        for (Wording wording : Catalog.load().wordings()) {
            patterns.add(Pattern.compile(wording.pattern().pattern().replace("(?P<", "(?<")));
        }
        long start = now();
        long read = 0;
        long found = 0;
        try (BufferedReader in = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null && read < part; line = in.readLine()) {
                read += line.length() + 1;
                for (Pattern pattern : patterns) {
                    found += pattern.matcher(line).find() ? 1 : 0;
                }
            }
        }
        System.out.println((now() - start) / 1_000_000 + " " + patterns.size() + " " + found);
    }
}
