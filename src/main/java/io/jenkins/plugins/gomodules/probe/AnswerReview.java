package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.ProxyAnswer;
import io.jenkins.plugins.gomodules.goproxy.ProxyInquiry;
import io.jenkins.plugins.gomodules.json.JsonException;
import io.jenkins.plugins.gomodules.json.JsonObject;
import io.jenkins.plugins.gomodules.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells the answers of a GOPROXY from those of something else that says 200. */
final class AnswerReview {
    private AnswerReview() {}

    /** What the answer is instead of a version's .info file; {@code ""} if it is one. */
    static String notAnInfo(ProxyAnswer answer, ProxyInquiry inquiry) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("<")
                || answer.contentType().toLowerCase(Locale.ROOT).startsWith("text/html")) {
            String title = inquiry.mask(title(text));
            return "a web page" + (title.isEmpty() ? "" : " (\"" + title + "\")")
                    + " came instead of what was asked for: a sign-in page, a captive portal or an error page";
        }
        try {
            if (JsonReader.parse(answer.body()) instanceof JsonObject info
                    && !info.string("Version").isEmpty()) {
                return "";
            }
        } catch (JsonException e) {
            return "what came is not the .info file of a version: this URL is not that of a GOPROXY, or its path is not"
                    + " complete";
        }
        return "what came names no version: this URL is not that of a GOPROXY, or its path is not complete";
    }

    private static String title(String page) {
        String lower = page.toLowerCase(Locale.ROOT);
        int open = lower.indexOf("<title");
        int start = open < 0 ? -1 : lower.indexOf('>', open);
        int end = start < 0 ? -1 : lower.indexOf("</title", start);
        // Lower case may be longer than what it is of, in some languages.
        return end < 0 || lower.length() != page.length() ? "" : page.substring(start + 1, end);
    }
}
