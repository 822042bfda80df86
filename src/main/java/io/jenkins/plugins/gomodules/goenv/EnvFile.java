package io.jenkins.plugins.gomodules.goenv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file of {@code NAME=value} lines as {@code go env -w} writes it and a Go installation ships it. There is no quoting;
 * lines that do not begin with a capital letter, or lack a {@code =}, are comments; the last line for a name counts.
 */
final class EnvFile {
    /** More than this is no file that {@code go env -w} wrote; the rest is not read. */
    private static final int MAX_BYTES = 1 << 20;

    private EnvFile() {}

    /** The values in the file; none when it cannot be read, as the go command has it. */
    static Map<String, String> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> values = new HashMap<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            // In the line alone: a search through all of the rest, from each line, would not end soon.
            String line = text.substring(start, end);
            int equals = line.indexOf('=');
            if (equals >= 0 && line.charAt(0) >= 'A' && line.charAt(0) <= 'Z') {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
            start = end + 1;
        }
        return values;
    }
}
