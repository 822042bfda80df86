package io.jenkins.plugins.gomodules.jenkins.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://go.dev/ref/mod#private-modules",
                "http://wiki.corp.example:8080/a?b=c",
                "HTTPS://go.dev/"
            })
    void whatIsOfTheWebMayBeOffered(String link) {
        assertEquals(link, WebLink.orNull(link));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "javascript:alert(1)",
                "JaVaScRiPt://go.dev/%0aalert(1)",
                " javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "//evil.example/",
                "/job/x/doDelete",
                "https:go.dev",
                "https://",
                "https://user:secret@go.dev/",
                "https://go.dev/\" onmouseover=\"alert(1)",
                "https://go.dev/<script>",
                "https://go.dev\nhttps://evil.example/",
                "ftp://go.dev/"
            })
    void whatIsNotMayNot(String link) {
        assertNull(WebLink.orNull(link));
    }

    @Test
    void blanksAroundItDoNotMatter() {
        assertEquals("https://go.dev/", WebLink.orNull(" https://go.dev/ "));
    }

    @Test
    void whatIsTooLongIsNoLink() {
        assertNull(WebLink.orNull("https://go.dev/" + "x".repeat(2_000)));
    }
}
