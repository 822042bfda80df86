package io.jenkins.plugins.gomodules.goproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A netrc file, read as the go command reads it (src/cmd/go/internal/auth/netrc.go): pairs of words on a line, a login
 * complete as soon as machine, login and password are known; macros are passed over, and a {@code default} entry serves
 * nobody. There is no quoting, so a password cannot hold a space. A machine may have a port and a path, and {@code host}
 * does not stand for {@code host:8443}.
 */
final class Netrc {
    /** What unicode.IsSpace takes for a space. */
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private final List<ProxyLogin> logins = new ArrayList<>();
    private String machine = "";
    private String login = "";
    private String password = "";
    private boolean inMacro;

    private Netrc() {}

    /** The logins in the order of the file; the first for a machine counts. */
    static List<ProxyLogin> parse(String text) {
        Netrc netrc = new Netrc();
        for (String line : text.split("\n", -1)) {
            if (!netrc.read(line)) {
                break;
            }
        }
        return netrc.logins;
    }

    /** Returns false where the go command stops to read: behind a line that ends with the word default. */
    private boolean read(String line) {
        if (inMacro) {
            inMacro = !line.isEmpty();
            return true;
        }
        String stripped = SPACE.matcher(line).replaceAll(" ").strip();
        String[] words = stripped.isEmpty() ? new String[0] : stripped.split(" ");
        int i = 0;
        for (; i < words.length - 1; i += 2) {
            pair(words[i], words[i + 1]);
        }
        return i >= words.length || !words[i].equals("default");
    }

    private void pair(String name, String value) {
        switch (name) {
            case "machine" -> {
                forget();
                machine = value;
            }
            case "login" -> login = value;
            case "password" -> password = value;
            case "macdef" -> inMacro = true;
            default -> {
                // Words like account and port are for other programs.
                return;
            }
        }
        if (!machine.isEmpty() && !login.isEmpty() && !password.isEmpty()) {
            add();
            forget();
        }
    }

    private void forget() {
        machine = "";
        login = "";
        password = "";
    }

    private void add() {
        String place = machine.startsWith("https://") ? machine.substring("https://".length()) : machine;
        int slash = place.indexOf('/');
        String host = slash < 0 ? place : place.substring(0, slash);
        try {
            logins.add(new ProxyLogin(host, slash < 0 ? "" : place.substring(slash), login, password, false));
        } catch (IllegalArgumentException e) {
            // No URL has such a host, so the go command would not find it either.
            return;
        }
    }
}
