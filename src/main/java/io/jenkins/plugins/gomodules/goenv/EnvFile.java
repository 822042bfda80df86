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
            int equals = text.indexOf('=', start);
            if (equals >= 0 && equals < end && text.charAt(start) >= 'A' && text.charAt(start) <= 'Z') {
                values.put(text.substring(start, equals), text.substring(equals + 1, end));
            }
            start = end + 1;
        }
        return values;
    }
}
