package io.jenkins.plugins.gomodules.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Tables of cases in files: a line a case, columns separated by {@code |}, blanks around them dropped, lines of {@code
 * #} comments. {@code ""} is the empty string, and {@code \}{@code u0020} the character of that number.
 */
final class Table {

    private Table() {}

    static Stream<Arguments> rows(String file) {
        List<Arguments> rows = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                Object[] columns = line.split("\\|", -1);
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = cell((String) columns[i]);
                }
                rows.add(Arguments.of(columns));
            }
        }
        return rows.stream();
    }

    private static String cell(String raw) {
        String cell = raw.trim();
        if (cell.equals("\"\"")) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(cell.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(cell.charAt(i));
            }
        }
        return text.toString();
    }

    private static String text(String file) {
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
