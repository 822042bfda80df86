package io.jenkins.plugins.gomodules.modzip;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Files whose names are not ASCII. Go writes names as UTF-8 whatever the locale. Java converts them to the locale's
 * encoding, which in a container without {@code LANG} is ASCII: the letters would become question marks, or the name an
 * error. A path that comes out of a URI keeps its bytes.
 */
final class UnusualNames {

    private static final int WRITE_BITS = 0222;

    private UnusualNames() {}

    static boolean isUnusual(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return true;
            }
        }
        return false;
    }

    /**
     * The path of something inside a directory.
     *
     * @param name slash-separated
     */
    static Path resolve(Path directory, String name) {
        String base = directory.toUri().toASCIIString();
        StringBuilder uri = new StringBuilder(base);
        if (!base.endsWith("/")) {
            uri.append('/');
        }
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '-' && b <= '9';
            if (plain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return Path.of(URI.create(uri.toString()));
    }

    /** The path of something inside a directory, slash-separated, as {@link #resolve} takes it. */
    static String relativize(Path directory, Path path) {
        String relative = directory.relativize(path).toString();
        if (!isUnusual(relative)) {
            return File.separatorChar == '/' ? relative : relative.replace(File.separatorChar, '/');
        }
        String base = directory.toUri().getRawPath();
        int start = base.endsWith("/") ? base.length() : base.length() + 1;
        return new String(bytes(path.toUri().getRawPath().substring(start)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String rawPath) {
        byte[] bytes = new byte[rawPath.length()];
        int n = 0;
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c == '%') {
                c = (char) Integer.parseInt(rawPath.substring(i + 1, i + 3), 16);
                i += 2;
            }
            bytes[n++] = (byte) c;
        }
        return Arrays.copyOf(bytes, n);
    }

    /** Takes from everybody the permission to write. */
    static void makeReadOnly(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            int mode = (Integer) Files.getAttribute(path, "unix:mode") & 07777;
            Files.setAttribute(path, "unix:mode", mode & ~WRITE_BITS);
        } else {
            Files.setAttribute(path, "dos:readonly", true);
        }
    }
}
