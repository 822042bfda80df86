package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.module.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The value of GOSUMDB: which checksum database to ask, and where.
 *
 * <p>It is a name whose key is known ({@code sum.golang.org}), or a key with the name in it; a URL may follow, at which
 * the database is then asked, and nowhere else. {@code sum.golang.google.cn} is sum.golang.org at another address.
 *
 * @see <a href="https://go.dev/ref/mod#environment-variables">Go Modules Reference: GOSUMDB</a>
 */
public final class SumDbSetting {
    /** Written in place of a database when none is to be asked. */
    public static final String OFF = "off";

    private static final String GOLANG_ORG = "sum.golang.org";

    private static final Map<String, String> KNOWN_KEYS =
            Map.of(GOLANG_ORG, "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

    private static final Map<String, String> ALIASES =
            Map.of("sum.golang.google.cn", GOLANG_ORG + " https://sum.golang.google.cn");

    private final NoteKey key;
    private final String url;

    private SumDbSetting(NoteKey key, String url) {
        this.key = key;
        this.url = url;
    }

    /**
     * Reads a value that is not {@code off}.
     *
     * @throws InvalidSumDbException when it names no database; the message begins with the name of the variable
     */
    public static SumDbSetting parse(String gosumdb) {
        List<String> words = words(ALIASES.getOrDefault(gosumdb, gosumdb));
        if (words.isEmpty() || words.size() > 2) {
            throw new InvalidSumDbException("GOSUMDB: "
                    + (words.isEmpty() ? "it is empty" : "it has " + words.size() + " words")
                    + ". Write sum.golang.org, a key of the form name+hash+key, either with a URL behind it if need be,"
                    + " or off.");
        }
        try {
            NoteKey key = NoteKey.parse(KNOWN_KEYS.getOrDefault(words.get(0), words.get(0)));
            checkName(key.name());
            return new SumDbSetting(key, words.size() == 2 ? words.get(1) : "");
        } catch (InvalidSumDbException e) {
            throw new InvalidSumDbException("GOSUMDB: " + e.getMessage() + ".");
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || GoText.isSpace(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** It becomes a URL, and directories of the cache. */
    private static void checkName(String name) {
        String[] elements = name.split("/", -1);
        for (int i = 0; i < elements.length; i++) {
            String element = elements[i];
            boolean bad = element.isEmpty() || element.equals(".") || element.equals("..");
            for (int j = 0; j < element.length(); j++) {
                char c = element.charAt(j);
                boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
                bad |= !plain && "-._~".indexOf(c) < 0 && !(c == ':' && i == 0 && j > 0);
            }
            if (bad) {
                throw new InvalidSumDbException(
                        "the name of the database must be host or host/path, and " + GoText.quote(name) + " is not");
            }
        }
    }

    /** The name of the database, {@code host} or {@code host/path}. */
    public String name() {
        return key.name();
    }

    /** The one URL at which it is to be asked, or {@code ""}: then through the proxies, and else at {@code https://name}. */
    public String url() {
        return url;
    }

    NoteKey key() {
        return key;
    }

    /** The name: the URL may hold a login. */
    @Override
    public String toString() {
        return name();
    }
}
