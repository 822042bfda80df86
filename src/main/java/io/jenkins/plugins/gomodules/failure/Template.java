package io.jenkins.plugins.gomodules.failure;

import java.util.Map;

/**
 * A text with places for what a failure is about: {@code {host}}. What stands in square brackets is left out unless all
 * places in it can be filled: {@code The host[ {host}] is unknown}. After a {@code |} stands what is written then instead:
 * {@code [{module}|The module] looks private}. Brackets are not nested.
 */
final class Template {
    private Template() {}

    static String fill(String template, Subject subject) {
        Map<String, String> fields = subject.fields();
        StringBuilder text = new StringBuilder(template.length() + 32);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('[', at);
            int close = open < 0 ? -1 : template.indexOf(']', open);
            if (close < 0) {
                return append(text, template.substring(at), fields).toString();
            }
            append(text, template.substring(at, open), fields);
            String inner = template.substring(open + 1, close);
            int bar = inner.indexOf('|');
            String wanted = bar < 0 ? inner : inner.substring(0, bar);
            String otherwise = bar < 0 ? "" : inner.substring(bar + 1);
            append(text, isComplete(wanted, fields) ? wanted : otherwise, fields);
            at = close + 1;
        }
        return text.toString();
    }

    private static boolean isComplete(String part, Map<String, String> fields) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getValue().isEmpty() && part.contains("{" + field.getKey() + "}")) {
                return false;
            }
        }
        return true;
    }

    private static StringBuilder append(StringBuilder text, String part, Map<String, String> fields) {
        int at = 0;
        while (true) {
            int open = part.indexOf('{', at);
            int close = open < 0 ? -1 : part.indexOf('}', open);
            if (close < 0) {
                return text.append(part, at, part.length());
            }
            String value = fields.get(part.substring(open + 1, close));
            text.append(part, at, open);
            text.append(value == null ? part.substring(open, close + 1) : value);
            at = close + 1;
        }
    }
}
