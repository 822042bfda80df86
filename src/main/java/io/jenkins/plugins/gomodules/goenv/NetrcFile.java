package io.jenkins.plugins.gomodules.goenv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The user's netrc file: the one that NETRC names, else {@code .netrc} (on Windows also {@code _netrc}) in the home
 * directory; none when GOAUTH does not have the word netrc.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable">go help goauth</a>
 */
final class NetrcFile {
    private static final int MAX_BYTES = 1 << 20;

    private final String text;
    private final String problem;

    private NetrcFile(String text, String problem) {
        this.text = text;
        this.problem = problem;
    }

    static NetrcFile read(SettingLayers layers) {
        if (!isWanted(layers.find("GOAUTH").value())) {
            return new NetrcFile("", "");
        }
        String named = layers.process().get("NETRC");
        try {
            Path file = named.isEmpty() ? inHome(layers) : layers.directory().resolve(named);
            return file == null ? new NetrcFile("", "") : read(file, !named.isEmpty());
        } catch (InvalidPathException e) {
            return new NetrcFile("", "NETRC is not the name of a file, so no login is read. Correct it.");
        }
    }

    private static boolean isWanted(String goAuth) {
        for (String method : goAuth.split(";", -1)) {
            if (method.strip().split("\\s+", 2)[0].equals("netrc")) {
                return true;
            }
        }
        return false;
    }

    private static Path inHome(SettingLayers layers) {
        String home = layers.process().get(layers.os().homeVariable());
        if (home.isEmpty()) {
            return null;
        }
        Path old = Path.of(home, "_netrc");
        return layers.os() == HostOs.WINDOWS && Files.exists(old) ? old : Path.of(home, ".netrc");
    }

    private static NetrcFile read(Path file, boolean named) {
        if (!Files.isRegularFile(file)) {
            // Whoever wants no netrc file names the null device.
            boolean missing = named && !Files.exists(file);
            return new NetrcFile(
                    "",
                    missing ? "NETRC names " + file + ", which is not there, so no login is read. Correct it." : "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? new NetrcFile("", unread(file, "is larger than 1 MiB", "Is it a netrc file?"))
                    : new NetrcFile(new String(bytes, StandardCharsets.UTF_8), "");
        } catch (IOException e) {
            String advice = "Let the user who runs this read it.";
            return new NetrcFile("", unread(file, "cannot be read", advice));
        }
    }

    private static String unread(Path file, String why, String advice) {
        return "The netrc file " + file + " " + why + ", so no login is taken from it. " + advice;
    }

    /** What the file says, {@code ""} for none. Holds secrets. */
    String text() {
        return text;
    }

    /** Why there is nothing, where somebody expects something, and what to do; else {@code ""}. */
    String problem() {
        return problem;
    }
}
