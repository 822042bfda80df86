package hudson;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Util {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

    public static String replaceMacro(String s, Map<String, String> properties) {
        if (s == null) {
            return null;
        }
        return VARIABLE.matcher(s).replaceAll(match -> {
            String key = match.group(1);
            if (key.equals("$")) {
                return Matcher.quoteReplacement("$");
            }
            String value = properties.get(key.startsWith("{") ? key.substring(1, key.length() - 1) : key);
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }

    public static String[] mapToEnv(Map<String, String> m) {
        return m.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
    }

    public static String fixNull(String s) {
        return s == null ? "" : s;
    }

    public static String fixEmpty(String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    public static String fixEmptyAndTrim(String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static String xmlEscape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    public static String getTimeSpanString(long duration) {
        long seconds = duration / 1000;
        if (seconds >= 86400) {
            return seconds / 86400 + " days " + seconds % 86400 / 3600 + " hr";
        }
        if (seconds >= 3600) {
            return seconds / 3600 + " hr " + seconds % 3600 / 60 + " min";
        }
        if (seconds >= 60) {
            return seconds / 60 + " min " + seconds % 60 + " sec";
        }
        return duration < 1000 ? duration + " ms" : seconds + " sec";
    }
}
