package io.jenkins.plugins.gomodules.gocommand;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the go command wrote to its error output: kept within bounds, and told apart by module. A message begins with
 * {@code go: } or {@code verifying }; what follows, up to the next such line, belongs to it. Modules are named as
 * {@code path@version}; where one leads to another, line by line, the last one is at fault.
 */
final class ErrorText {
    /** Lines that are kept from the start, and as many from the end. */
    static final int MAX_LINES = 200;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();

    /** Called by the thread that reads, before anybody asks. */
    synchronized void add(String line) {
        if (first.size() < MAX_LINES) {
            first.add(line);
        } else {
            if (last.size() == MAX_LINES) {
                last.removeFirst();
            }
            last.addLast(line);
        }
    }

    /** All that was kept, without logins. */
    synchronized String text() {
        List<String> all = new ArrayList<>(first);
        all.addAll(last);
        return Redaction.withoutLogins(String.join("\n", all).strip());
    }

    /** One failure for each message; those that name no module come with an empty one. */
    synchronized List<GoModule> failures() {
        List<GoModule> failures = new ArrayList<>();
        List<String> message = new ArrayList<>();
        for (String line : text().split("\n")) {
            boolean begins = line.startsWith("go: ") || line.startsWith("verifying ");
            if (begins && !message.isEmpty()) {
                failures.add(failure(message));
                message.clear();
            }
            message.add(line);
        }
        if (!String.join("", message).isBlank()) {
            failures.add(failure(message));
        }
        return failures;
    }

    private static GoModule failure(List<String> lines) {
        ModuleVersion module = new ModuleVersion("", "");
        for (String line : lines) {
            String text = line.strip();
            text = text.startsWith("go: ") ? text.substring(4) : text;
            text = text.startsWith("verifying ") ? text.substring(10) : text;
            int end = 0;
            while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ':') {
                end++;
            }
            ModuleVersion named = module(text.substring(0, end));
            if (!named.path().isEmpty()) {
                module = named;
            }
            if (end < text.length() && text.charAt(end) == ':') {
                break; // what follows a colon is the reason
            }
        }
        String text = String.join("\n", lines).strip();
        return GoModule.failed(module, text.startsWith("go: ") ? text.substring(4) : text);
    }

    private static ModuleVersion module(String word) {
        String name = word.endsWith("/go.mod") ? word.substring(0, word.length() - 7) : word;
        int at = name.indexOf('@');
        if (at > 0) {
            ModuleVersion module = new ModuleVersion(name.substring(0, at), name.substring(at + 1));
            try {
                module.check();
                return module;
            } catch (InvalidModuleException e) {
                return new ModuleVersion("", "");
            }
        }
        return new ModuleVersion("", "");
    }
}
