package io.jenkins.plugins.gomodules.goproxy;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of GOPROXY: where to ask for a module, and when to ask the next.
 *
 * <p>Entries are separated by commas or bars. After a comma the next entry is asked only when this one answered "not
 * found" (404 or 410); after a bar, on any error. {@code direct} (version control) and {@code off} (fail) end the list;
 * what follows them is not used. An entry without a scheme gets {@code https://}.
 *
 * @param entries at least one, in the order in which they are asked
 * @see <a href="https://go.dev/ref/mod#goproxy-protocol">Go Modules Reference, GOPROXY protocol</a>
 */
public record ProxyList(List<Entry> entries) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What an entry is. */
    public enum Kind {
        /** A server or a directory that speaks the GOPROXY protocol. */
        PROXY,
        /** The module's own version control system. */
        DIRECT,
        /** Nobody is asked. */
        OFF
    }

    /**
     * One entry.
     *
     * @param kind what it is
     * @param url the URL as it was written, with a scheme, perhaps with a user name and a password; {@code ""} unless
     *     this is a {@link Kind#PROXY}
     * @param fallBackOnAnyError whether the next entry is asked after any error, or only when the module was not found
     */
    public record Entry(Kind kind, String url, boolean fallBackOnAnyError) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** The entry as it may be shown: without user name and password, and without what a query says. */
        public String display() {
            return switch (kind) {
                case DIRECT -> "direct";
                case OFF -> "off";
                case PROXY -> ProxyUrl.of(url).display();
            };
        }

        /** Whether this is a directory laid out like a proxy, with a {@code file:} URL. */
        public boolean isDirectory() {
            return kind == Kind.PROXY && ProxyUrl.of(url).scheme().equals("file");
        }

        /** Whether this is a server that is spoken to over TLS. */
        public boolean isSecure() {
            return kind == Kind.PROXY && ProxyUrl.of(url).scheme().equals("https");
        }

        /**
         * The directory of a {@code file:} URL.
         *
         * @throws IllegalStateException when this is none
         */
        public Path directory() {
            if (!isDirectory()) {
                throw new IllegalStateException("not a file: URL: " + display());
            }
            return ProxyUrl.of(url).directory();
        }

        /**
         * The URL of something that the proxy serves, without user name and password.
         *
         * @param path the path below the proxy, escaped as the GOPROXY protocol wants it, without a slash in front
         * @throws IllegalStateException when this is not a proxy
         */
        public URI resolve(String path) {
            if (kind != Kind.PROXY) {
                throw new IllegalStateException("not a proxy: " + display());
            }
            return ProxyUrl.of(url).resolve(path);
        }

        /** User name and password of the URL, with their escapes undone, or {@code ""} when it has none. */
        public String userInfo() {
            return kind == Kind.PROXY ? ProxyUrl.unescape(ProxyUrl.of(url).userInfo()) : "";
        }

        /** The same as {@link #display()}: no secrets. */
        @Override
        public String toString() {
            return display();
        }
    }

    public ProxyList {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a GOPROXY value as the go command does.
     *
     * @throws InvalidProxyListException when an entry is not a URL of a proxy, or there is no entry
     */
    public static ProxyList parse(String goproxy) {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < goproxy.length()) {
            int end = at;
            while (end < goproxy.length() && goproxy.charAt(end) != ',' && goproxy.charAt(end) != '|') {
                end++;
            }
            boolean anyError = end < goproxy.length() && goproxy.charAt(end) == '|';
            String word = goproxy.substring(at, end).strip();
            at = end + 1;
            if (word.equals("off")) {
                entries.add(new Entry(Kind.OFF, "", false));
                break;
            }
            if (word.equals("direct")) {
                entries.add(new Entry(Kind.DIRECT, "", false));
                break;
            }
            if (!word.isEmpty()) {
                String url = withScheme(word);
                String problem = ProxyUrl.problem(url);
                if (!problem.isEmpty()) {
                    throw new InvalidProxyListException(describe(goproxy, word, entries.size() + 1) + problem);
                }
                entries.add(new Entry(Kind.PROXY, url, anyError));
            }
        }
        if (entries.isEmpty()) {
            throw new InvalidProxyListException("GOPROXY names no proxy. Write a URL such as https://proxy.golang.org, "
                    + "\"direct\" for version control, or \"off\"; several are separated by commas.");
        }
        return new ProxyList(entries);
    }

    /** The list as it may be shown, without secrets. */
    public String display() {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            shown.append(entry.display());
            if (i + 1 < entries.size()) {
                shown.append(entry.fallBackOnAnyError ? '|' : ',');
            }
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return display();
    }

    /** A single word is kept for names like "direct"; what looks like a host gets a scheme. */
    private static String withScheme(String word) {
        boolean hostLike = word.indexOf('.') >= 0 || word.indexOf(':') >= 0 || word.indexOf('/') >= 0;
        boolean path = word.startsWith("/") || word.startsWith("\\\\");
        return hostLike && !word.contains(":/") && !path && !ProxyUrl.hasDrive(word) ? "https://" + word : word;
    }

    /** Names the entry. A list with a login may have been cut inside a password: then nothing of it is repeated. */
    private static String describe(String goproxy, String word, int number) {
        String entry = goproxy.indexOf('@') >= 0 ? "entry " + number : "\"" + word + "\"";
        return "GOPROXY: " + entry + " is not the URL of a proxy: ";
    }
}
