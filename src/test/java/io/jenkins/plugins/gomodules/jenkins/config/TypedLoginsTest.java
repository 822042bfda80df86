package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLoginsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    https://proxy.golang.org;                           https://proxy.golang.org
                    https://bot:s3cret@athens.corp.example/x;           https://athens.corp.example/x
                    https://ghp_token@git.example;                      https://git.example
                    HTTPS://bot:s3cret@athens.corp.example;             HTTPS://athens.corp.example
                    https://bot:s3/cr@t@athens.corp.example;            https://athens.corp.example
                    https://bot:12/x@athens.corp.example;               https://bot:12/x@athens.corp.example
                    bot:s3cret@athens.corp.example;                     athens.corp.example
                    https://nexus.example:8443/go/@scope;               https://nexus.example:8443/go/@scope
                    git@github.com;                                     git@github.com
                    ssh://git@github.com/team;                          ssh://git@github.com/team
                    ssh://git:s3cret@github.com/team;                   ssh://github.com/team
                    https://a:b@one.example,https://c:d@two.example|off; https://one.example,https://two.example|off
                    sum.golang.org https://a:b@sums.example;            sum.golang.org https://sums.example
                    git.corp.example/*/x;                               git.corp.example/*/x
                    """)
    void loginsAreTakenOut(String typed, String kept) {
        assertEquals(kept, TypedLogins.remove(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    https://athens.corp.example?token=s3cret;   https://athens.corp.example
                    https://a:b@athens.corp.example/x?y;        https://athens.corp.example/x
                    https://athens.corp.example/x;              https://athens.corp.example/x
                    https://bot:s3,cr|e t@athens.example/x;     https://athens.example/x
                    https://a.example,https://c:d@b.example;    https://a.example,https://b.example
                    """)
    void proxiesKeepNoQueryEither(String typed, String kept) {
        assertEquals(kept, TypedLogins.removeFromUrl(typed));
    }
}
