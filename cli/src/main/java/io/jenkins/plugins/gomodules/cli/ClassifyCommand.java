package io.jenkins.plugins.gomodules.cli;

import io.jenkins.plugins.gomodules.failure.Cause;
import io.jenkins.plugins.gomodules.failure.Classifier;
import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.Evidence;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code gomod classify}. */
final class ClassifyCommand {
    private final PrintStream out;
    private boolean json;

    ClassifyCommand(PrintStream out) {
        this.out = out;
    }

    int run(Arguments arguments) {
        ClassifierContext context = ClassifierContext.NONE;
        List<String> logs = new ArrayList<>();
        while (!arguments.isEmpty()) {
            if (!arguments.isOption()) {
                logs.add(arguments.word());
                continue;
            }
            String option = arguments.nextOption();
            switch (option) {
                case "--goprivate" -> context = ClassifierContext.ofPrivateModules(arguments.value());
                case "--json" -> {
                    arguments.noValue();
                    json = true;
                }
                default -> throw new UsageException("gomod classify has no option " + option + ".");
            }
        }
        if (logs.isEmpty()) {
            throw new UsageException("gomod classify needs a log, or - for standard input.");
        }
        for (String log : logs) {
            print(log, classify(log, context), logs.size() > 1);
        }
        return GomodMain.EXIT_DONE;
    }

    private static Diagnosis classify(String log, ClassifierContext context) {
        try (InputStream in = log.equals("-") ? System.in : Files.newInputStream(Path.of(log))) {
            return Classifier.standard().classify(in, context);
        } catch (IOException e) {
            throw new UsageException("the log " + log + " cannot be read: " + e);
        }
    }

    private void print(String log, Diagnosis diagnosis, boolean several) {
        if (json) {
            out.println(json(log, diagnosis));
            return;
        }
        if (several) {
            out.println(log + ":");
        }
        if (diagnosis.causes().isEmpty()) {
            out.println("no known cause");
        }
        for (Cause cause : diagnosis.causes()) {
            out.println((cause.root() ? "ROOT CAUSE " : "also ") + "[" + cause.id() + "] " + cause.title()
                    + String.format(Locale.ROOT, " (%.0f %% sure)", cause.confidence() * 100));
            for (Evidence evidence : cause.evidence()) {
                out.println("  line " + evidence.line() + ": " + evidence.text());
            }
            if (cause.root()) {
                out.println("  " + cause.explanation());
                out.println("  What to do: " + cause.remedy());
                out.println("  See " + cause.link());
            }
        }
    }

    private static String json(String log, Diagnosis diagnosis) {
        List<Map<String, Object>> causes = new ArrayList<>();
        for (Cause cause : diagnosis.causes()) {
            causes.add(json(cause));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("log", log);
        object.put("causes", causes);
        return JsonWriter.write(object);
    }

    private static Map<String, Object> json(Cause cause) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", cause.id());
        object.put("category", cause.category());
        object.put("root", cause.root());
        object.put("confidence", cause.confidence());
        object.put("title", cause.title());
        object.put("explanation", cause.explanation());
        object.put("remedy", cause.remedy());
        object.put("link", cause.link());
        object.put("module", cause.module());
        object.put("version", cause.version());
        object.put("host", cause.host());
        object.put("url", cause.url());
        object.put("status", cause.status());
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (Evidence line : cause.evidence()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("line", line.line());
            entry.put("text", line.text());
            evidence.add(entry);
        }
        object.put("evidence", evidence);
        return object;
    }
}
