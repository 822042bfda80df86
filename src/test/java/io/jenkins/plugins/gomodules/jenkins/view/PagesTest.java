package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all pages of the plugin have to keep to, so that no text of a build can become markup or script. */
class PagesTest {
    private static final String ESCAPES = "<?jelly escape-by-default='true'?>";

    /** Inline script and style, which a content security policy forbids, and output that is not escaped. */
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(?i)<script(?![^>]*\\ssrc=)"),
            Pattern.compile("(?i)<style"),
            Pattern.compile("(?i)\\sstyle\\s*="),
            Pattern.compile("(?i)\\son[a-z]+\\s*="),
            Pattern.compile("(?i)javascript:"),
            Pattern.compile("<j:out\\b"),
            Pattern.compile("escapeText\\s*=\\s*[\"']false"));

    /** The pages of the failure analysis; steps are translated by and by. */
    private static final Pattern OURS = Pattern.compile("/jenkins/(view|failures)/");

    static Stream<Path> pages() throws IOException, URISyntaxException {
        return resources(".jelly");
    }

    private static Stream<Path> resources(String end) throws IOException, URISyntaxException {
        Path root = Path.of(FailurePage.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertTrue(Files.isDirectory(root), root::toString);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(end)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageEscapesAndHasNoScriptOfItsOwn(Path page) throws IOException {
        String text = Files.readString(page);
        assertTrue(text.startsWith(ESCAPES), () -> page + " must begin with " + ESCAPES);
        for (Pattern pattern : FORBIDDEN) {
            Matcher found = pattern.matcher(text);
            assertFalse(found.find(), () -> page + " has " + found.group());
        }
    }

    @Test
    void thePatternsKnowWhatTheyForbid() {
        List<String> bad = List.of(
                "<script>x</script>",
                "<style>",
                "<td style=\"x\">",
                "<a onclick=\"x\">",
                "<a href=\"javascript:x\">",
                "<j:out value=\"x\"/>",
                "<x:attribute escapeText='false'>");
        for (String each : bad) {
            assertEquals(
                    1,
                    FORBIDDEN.stream()
                            .filter(pattern -> pattern.matcher(each).find())
                            .count(),
                    each);
        }
    }

    @Test
    void translationsHaveTheKeysOfTheirPage() throws IOException, URISyntaxException {
        List<String> wrong = new ArrayList<>();
        for (Path chinese : resources("_zh_CN.properties").toList()) {
            if (!OURS.matcher(chinese.toUri().getPath()).find()) {
                continue;
            }
            String name = chinese.getFileName().toString().replace("_zh_CN.properties", "");
            Path english = chinese.resolveSibling(name + ".properties");
            Path page = chinese.resolveSibling(name + ".jelly");
            TreeSet<String> expected = new TreeSet<>();
            if (Files.exists(english)) {
                expected.addAll(read(english).stringPropertyNames());
            }
            if (Files.exists(page)) {
                expected.addAll(keysOf(Files.readString(page)));
            }
            TreeSet<String> actual = new TreeSet<>(read(chinese).stringPropertyNames());
            if (!actual.equals(expected)) {
                wrong.add(chinese + " has " + actual + ", not " + expected);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static TreeSet<String> keysOf(String page) {
        TreeSet<String> keys = new TreeSet<>();
        Matcher key = Pattern.compile("\\$\\{%([^}(]+)[}(]|'%([^']+)'").matcher(page);
        while (key.find()) {
            keys.add(key.group(1) == null ? key.group(2) : key.group(1));
        }
        return keys;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }
}
