package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.util.FormValidation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormChecksTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    path,     "",                             OK
                    path,     .,                              OK
                    path,     services/api,                   OK
                    path,     services/../api,                OK
                    path,     ..,                             WARNING
                    path,     a/../../b,                      WARNING
                    path,     /etc,                           WARNING
                    path,     C:\\go,                         WARNING
                    cache,    "",                             OK
                    cache,    /var/cache/go,                  OK
                    cache,    .gomodcache,                    WARNING
                    proxies,  "",                             OK
                    proxies,  "https://proxy.golang.org,direct", OK
                    proxies,  https://a.example|https://b.example, OK
                    proxies,  off,                            OK
                    proxies,  "ftp://proxy.example",          ERROR
                    patterns, "git.example.com,*.corp.example", OK
                    patterns, https://git.example.com,        ERROR
                    patterns, "a.example b.example",          ERROR
                    patterns, "a.example, b.example",         ERROR
                    patterns, GIT.example.com,                ERROR
                    patterns, git.example.com:8443,           ERROR
                    patterns, git.example.com/...,            ERROR
                    patterns, corp,                           ERROR
                    patterns, git.example.com/,               OK
                    patterns, github.com/team,                OK
                    patterns, github.com,                     WARNING
                    patterns, "git.example.com,gopkg.in",     WARNING
                    patterns, golang.org/*,                   WARNING
                    patterns, *.org,                          WARNING
                    patterns, *,                              WARNING
                    sumdb,    off,                            OK
                    sumdb,    sum.golang.org,                 OK
                    sumdb,    sum.golang.org https://sum.golang.google.cn, OK
                    sumdb,    sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8, OK
                    sumdb,    sum.example+0123abcd+AbCd/+=,   ERROR
                    sumdb,    sum.example sum.example2,       ERROR
                    """)
    void tellsRightFromWrong(String field, String value, FormValidation.Kind kind) {
        FormValidation result =
                switch (field) {
                    case "path" -> FormChecks.pathInWorkspace(value);
                    case "cache" -> FormChecks.moduleCache(value);
                    case "proxies" -> FormChecks.proxyList(value);
                    case "patterns" -> FormChecks.patterns("GOPRIVATE", value);
                    default -> FormChecks.checksumDatabase(value);
                };
        assertEquals(kind, result.kind, () -> field + " " + value + ": " + result.getMessage());
    }
}
