package io.jenkins.plugins.gomodules.jenkins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jenkins.plugins.gomodules.jenkins.hosts.GoHost;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read in forms is there in Chinese too: nothing is missing, nothing is left over. */
class TranslationsTest {
    private static final Pattern KEY = Pattern.compile("\\$\\{%([^}(]+)[}(]");

    private static Path directory(String name) throws URISyntaxException {
        Path marker = Path.of(GoHost.class.getResource("Messages.properties").toURI());
        return marker.getParent().resolveSibling(name);
    }

    private static List<Path> files(Path directory, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + pattern)
                            .matches(file.getFileName()))
                    .toList();
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private static Path chinese(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.", "_zh_CN."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "connections", "failures", "force", "freestyle", "hosts", "view"})
    void messages(String name) throws Exception {
        Path english = directory(name).resolve("Messages.properties");
        Properties translated = properties(chinese(english));
        Properties original = properties(english);
        assertEquals(original.stringPropertyNames(), translated.stringPropertyNames());
        for (String key : original.stringPropertyNames()) {
            assertEquals(
                    placeholders(original.getProperty(key)),
                    placeholders(translated.getProperty(key)),
                    () -> key + " does not say the same in both languages");
        }
    }

    /** The numbers in the braces; the text has to be one that MessageFormat takes. */
    private static Set<String> placeholders(String text) {
        assertFalse(new MessageFormat(text, Locale.ROOT).toPattern().isEmpty());
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "hosts", "steps"})
    void help(String name) throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Path file : files(directory(name), "help*.html")) {
            if (!file.toString().endsWith("_zh_CN.html") && !Files.exists(chinese(file))) {
                missing.add(file.getParent().getFileName() + "/" + file.getFileName());
            }
        }
        assertEquals(Collections.emptySet(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "hosts", "steps"})
    void pages(String name) throws Exception {
        for (Path page : files(directory(name), "*.jelly")) {
            Set<String> keys = new TreeSet<>();
            Matcher matcher = KEY.matcher(Files.readString(page));
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
            Path bundle = page.resolveSibling(page.getFileName().toString().replace(".jelly", "_zh_CN.properties"));
            assertEquals(keys, new TreeSet<>(properties(bundle).stringPropertyNames()), page::toString);
        }
    }
}
