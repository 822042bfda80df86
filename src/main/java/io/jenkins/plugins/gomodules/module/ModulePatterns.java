package io.jenkins.plugins.gomodules.module;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of module path patterns, as GOPRIVATE, GONOPROXY and GONOSUMDB hold: globs separated by commas, each of which
 * matches a path if it matches as many of the path's first elements as it has itself. {@code *.example.com/team}
 * matches {@code git.example.com/team/api/v2}.
 *
 * <p>{@code *} and {@code ?} do not match a slash. Patterns that are malformed match nothing. Nothing is trimmed but a
 * trailing slash: a space behind a comma is part of the pattern, for the go command too.
 *
 * @see <a href="https://go.dev/ref/mod#private-modules">Go Modules Reference: private modules</a>
 */
public final class ModulePatterns implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Matches no module. */
    public static final ModulePatterns NONE = new ModulePatterns(new String[0]);

    private final String[] globs;

    private ModulePatterns(String[] globs) {
        this.globs = globs;
    }

    /** The patterns of a list separated by commas; empty ones are left out. */
    public static ModulePatterns parse(String commaList) {
        List<String> globs = new ArrayList<>();
        int start = 0;
        while (start <= commaList.length()) {
            int comma = commaList.indexOf(',', start);
            int end = comma < 0 ? commaList.length() : comma;
            int globEnd = end > start && commaList.charAt(end - 1) == '/' ? end - 1 : end;
            if (globEnd > start) {
                globs.add(commaList.substring(start, globEnd));
            }
            start = end + 1;
        }
        return globs.isEmpty() ? NONE : new ModulePatterns(globs.toArray(new String[0]));
    }

    /** Whether one of the patterns matches the module path or a prefix of it that ends before a slash. */
    public boolean matches(String modulePath) {
        for (String glob : globs) {
            int end = prefixEnd(modulePath, slashes(glob));
            if (end >= 0 && Glob.matches(glob, modulePath.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private static int slashes(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == '/') {
                n++;
            }
        }
        return n;
    }

    /** End of the first {@code slashes + 1} elements of the path, -1 if it has fewer. */
    private static int prefixEnd(String path, int slashes) {
        int left = slashes;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '/' && left-- == 0) {
                return i;
            }
        }
        return left > 0 ? -1 : path.length();
    }

    /** The patterns, in their order, without trailing slashes. */
    public List<String> globs() {
        return List.of(globs);
    }

    /** Whether there is no pattern. */
    public boolean isEmpty() {
        return globs.length == 0;
    }

    /** The patterns separated by commas. */
    @Override
    public String toString() {
        return String.join(",", globs);
    }
}
