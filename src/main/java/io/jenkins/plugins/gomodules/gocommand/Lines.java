package io.jenkins.plugins.gomodules.gocommand;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a program prints into lines, of bounded length. */
final class Lines {
    /** Longer lines lose their end. */
    static final int MAX_CHARS = 8192;

    private Lines() {}

    /** Hands on each line, without its end, until the stream ends. */
    static void read(InputStream in, Consumer<String> consumer) throws IOException {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        char[] buffer = new char[4096];
        StringBuilder line = new StringBuilder();
        boolean pending = false;
        int count;
        while ((count = reader.read(buffer)) >= 0) {
            for (int i = 0; i < count; i++) {
                char c = buffer[i];
                if (c == '\n') {
                    consumer.accept(take(line));
                    pending = false;
                } else {
                    pending = true;
                    if (line.length() < MAX_CHARS) {
                        line.append(c);
                    }
                }
            }
        }
        if (pending) {
            consumer.accept(take(line));
        }
    }

    private static String take(StringBuilder line) {
        int length = line.length();
        String text = line.substring(0, length > 0 && line.charAt(length - 1) == '\r' ? length - 1 : length);
        line.setLength(0);
        return text;
    }
}
