package io.jenkins.plugins.gomodules.goproxy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The Retry-After field: seconds, or a date. RFC 9110 section 10.2.3. */
final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait in milliseconds, at least 0; -1 when the value means nothing. */
    static long millis(String value, Instant now) {
        String text = value.strip();
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.parseLong(text) * 1000;
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, Duration.between(now, until).toMillis());
        } catch (DateTimeException | ArithmeticException e) {
            return -1;
        }
    }
}
