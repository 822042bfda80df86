package io.jenkins.plugins.gomodules.goenv;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system families between which the go command's environment differs: names of variables, directories,
 * and the spelling of paths. Paths are handled as text here, so that the rules of one family can be applied on another.
 */
public enum HostOs {
    /** Linux, the BSDs and everything else with slashes and {@code $HOME}. */
    UNIX('/', ':', "HOME"),
    /** macOS: like {@link #UNIX}, but configuration is in {@code ~/Library/Application Support}. */
    MAC('/', ':', "HOME"),
    /** Windows: drive letters, {@code %USERPROFILE%}, {@code %AppData%}, names of variables in any case. */
    WINDOWS('\\', ';', "USERPROFILE");

    private final char separator;
    private final char listSeparator;
    private final String homeVariable;

    HostOs(char separator, char listSeparator, String homeVariable) {
        this.separator = separator;
        this.listSeparator = listSeparator;
        this.homeVariable = homeVariable;
    }

    /** The family of the machine that this JVM runs on. */
    public static HostOs current() {
        if (File.separatorChar == '\\') {
            return WINDOWS;
        }
        String name = System.getProperty("os.name", "");
        return name.startsWith("Mac") || name.startsWith("Darwin") ? MAC : UNIX;
    }

    /** Name of the environment variable that holds the home directory. */
    public String homeVariable() {
        return homeVariable;
    }

    /** The character between elements of {@code PATH} and {@code GOPATH}. */
    public char listSeparator() {
        return listSeparator;
    }

    /** Whether names of environment variables are the same in upper and lower case. */
    boolean ignoresCaseOfNames() {
        return this == WINDOWS;
    }

    /** Whether the path means the same from every directory; on Windows that takes a drive or a share. */
    public boolean isAbsolute(String path) {
        int volume = volumeLength(path);
        if (this == WINDOWS) {
            return volume > 2 || volume == 2 && path.length() > 2 && isSeparator(path.charAt(2));
        }
        return path.startsWith("/");
    }

    /** Both parts joined and cleaned: no {@code .}, no {@code ..} that can be resolved, no doubled separators. */
    public String join(String directory, String relative) {
        return clean(directory.isEmpty() ? relative : directory + separator + relative);
    }

    /** The shortest equivalent spelling of a path, found in the text alone; "." for the empty path. */
    public String clean(String path) {
        int volume = volumeLength(path);
        boolean rooted = path.length() > volume && isSeparator(path.charAt(volume));
        List<String> kept = new ArrayList<>();
        int depth = 0;
        int at = volume;
        while (at < path.length()) {
            int end = at;
            while (end < path.length() && !isSeparator(path.charAt(end))) {
                end++;
            }
            String element = path.substring(at, end);
            at = end + 1;
            if (element.equals("..")) {
                if (depth > 0) {
                    kept.remove(kept.size() - 1);
                    depth--;
                } else if (!rooted) {
                    kept.add(element);
                }
            } else if (!element.isEmpty() && !element.equals(".")) {
                kept.add(element);
                depth++;
            }
        }
        StringBuilder clean = new StringBuilder(path.length());
        clean.append(path, 0, volume);
        if (this == WINDOWS) {
            for (int i = 0; i < clean.length(); i++) {
                if (clean.charAt(i) == '/') {
                    clean.setCharAt(i, separator);
                }
            }
        }
        if (rooted) {
            clean.append(separator);
        }
        for (int i = 0; i < kept.size(); i++) {
            clean.append(i == 0 ? "" : String.valueOf(separator)).append(kept.get(i));
        }
        if (kept.isEmpty() && !rooted && volume <= 2) {
            clean.append('.');
        }
        return clean.toString();
    }

    /** The elements of a list such as {@code PATH}; none for the empty list. On Windows, quotes protect semicolons. */
    public List<String> splitList(String list) {
        List<String> elements = new ArrayList<>();
        if (list.isEmpty()) {
            return elements;
        }
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (this == WINDOWS && c == '"') {
                quoted = !quoted;
            } else if (c == listSeparator && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        elements.add(element.toString());
        return elements;
    }

    private boolean isSeparator(char c) {
        return c == '/' || c == separator;
    }

    /** Length of a leading {@code C:} or {@code \\host\share}; 0 where there is none. */
    private int volumeLength(String path) {
        if (this != WINDOWS || path.length() < 2) {
            return 0;
        }
        if (path.charAt(1) == ':') {
            return 2;
        }
        if (!isSeparator(path.charAt(0)) || !isSeparator(path.charAt(1))) {
            return 0;
        }
        int at = 2;
        for (int part = 0; part < 2; part++) {
            while (at < path.length() && !isSeparator(path.charAt(at))) {
                at++;
            }
            if (part == 0 && at < path.length()) {
                at++;
            }
        }
        return at;
    }
}
