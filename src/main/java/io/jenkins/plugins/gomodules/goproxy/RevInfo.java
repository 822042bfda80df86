package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.json.JsonException;
import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.json.JsonReader;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.module.PseudoVersion;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code .info} file says of a version: its name, its time and perhaps where it came from. Written to the cache as
 * the go command writes it, whatever else the proxy sent.
 *
 * @see <a href="https://go.dev/ref/mod#goproxy-protocol">GOPROXY protocol, $base/$module/@v/$version.info</a>
 */
public final class RevInfo {
    /** What the go command writes where a proxy gives no time. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private static final String[] ORIGIN_FIELDS = {"VCS", "URL", "Subdir", "Hash"};

    private final Map<String, Object> members;

    private RevInfo(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads what a proxy sent.
     *
     * @param proxy who sent it, for messages
     * @throws InvalidAnswerException when it is no such file, or one of another version
     */
    public static RevInfo parse(byte[] json, ModuleVersion module, String proxy) throws InvalidAnswerException {
        try {
            if (!(JsonReader.parse(json) instanceof JsonObject object)) {
                throw new InvalidAnswerException(proxy + " sent an .info file that is no JSON object");
            }
            String version = object.string("Version");
            if (!version.equals(module.version())) {
                throw new InvalidAnswerException(
                        proxy + " sent the .info file of another version: \"" + ServerText.clean(version) + "\"");
            }
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("Version", version);
            members.put("Time", time(object.string("Time")));
            object.object("Origin").ifPresent(origin -> members.put("Origin", origin(origin, module)));
            return new RevInfo(members);
        } catch (JsonException e) {
            throw new InvalidAnswerException(proxy + " sent an .info file that is not JSON: " + e.getMessage());
        } catch (DateTimeException e) {
            throw new InvalidAnswerException(proxy + " sent an .info file whose time is not as RFC 3339 has it");
        }
    }

    private static Map<String, Object> origin(JsonObject from, ModuleVersion module) {
        Map<String, Object> origin = new LinkedHashMap<>();
        for (String field : ORIGIN_FIELDS) {
            putUnlessEmpty(origin, field, from.string(field));
        }
        // The tags that led to a pseudo-version may lead elsewhere tomorrow, so they are not kept.
        if (!PseudoVersion.isPseudo(module.version())) {
            putUnlessEmpty(origin, "Ref", from.string("Ref"));
        }
        return origin;
    }

    private static void putUnlessEmpty(Map<String, Object> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, value);
        }
    }

    /** The shortest RFC 3339 form, as Go prints times: no zeros at the end of a fraction, Z for UTC. */
    private static String time(String text) {
        if (text.isEmpty()) {
            return NO_TIME;
        }
        if (isPlainUtc(text)) {
            return text;
        }
        OffsetDateTime time = OffsetDateTime.parse(text);
        LocalDateTime local = time.toLocalDateTime();
        StringBuilder shortest = new StringBuilder(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local.withNano(0)));
        if (local.getNano() != 0) {
            String nanos = Integer.toString(1_000_000_000 + local.getNano());
            int end = nanos.length();
            while (nanos.charAt(end - 1) == '0') {
                end--;
            }
            shortest.append('.').append(nanos, 1, end);
        }
        return shortest.append(
                        time.getOffset().equals(ZoneOffset.UTC)
                                ? "Z"
                                : time.getOffset().getId())
                .toString();
    }

    /** The form that nearly all have; what {@code java.time} loads to parse it would cost a cold JVM more than this. */
    private static boolean isPlainUtc(String text) {
        String shape = "0000-00-00T00:00:00Z";
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(i);
            boolean fits = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return text.compareTo("0001") >= 0
                && inRange(text, 5, 1, 12)
                && inRange(text, 8, 1, 28)
                && inRange(text, 11, 0, 23)
                && inRange(text, 14, 0, 59)
                && inRange(text, 17, 0, 59);
    }

    private static boolean inRange(String text, int at, int least, int most) {
        int number = (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
        return number >= least && number <= most;
    }

    /** The file as the go command writes it to the cache. */
    public byte[] toJson() {
        String json = JsonWriter.write(members);
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '<' -> escaped.append("\\u003c");
                case '>' -> escaped.append("\\u003e");
                case '&' -> escaped.append("\\u0026");
                default -> escaped.append(c);
            }
        }
        return escaped.toString().getBytes(StandardCharsets.UTF_8);
    }
}
