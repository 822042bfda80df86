package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GOPROXY | https://a.example,direct | https://a.example,direct",
                "GOPROXY | https://u:p@a.example/x,https://b.example | https://****@a.example/x,https://b.example",
                "GOPROXY | https://u:p@a.example,https://v:q@b.example | https://****@a.example,https://****@b.example",
                "GOPROXY | https://u:p,w@a.example,direct | https://****@a.example,direct",
                "GOPROXY | https://u:p/w@a.example | https://****@a.example",
                "GOPROXY | https://u:p@w@a.example | https://****@a.example",
                "GOPROXY | u:p@a.example,direct | ****@a.example,direct",
                "GOPROXY | https://a.example/?token=t,direct | https://a.example/?****,direct",
                "GOSUMDB | sum.example+1+key https://u:p@sum.example | sum.example+1+key https://****@sum.example",
                "HTTPS_PROXY | u:p@proxy.example:3128 | ****@proxy.example:3128",
                "GOAUTH | netrc | netrc",
                "GOAUTH | netrc;git /srv/x; helper --token t | netrc; git /srv/x; helper ****",
                "GOFLAGS | -mod=mod -ldflags=-X=main.token=t -v | -mod=mod -ldflags=**** -v",
                "GOFLAGS | '-ldflags=-s -X main.token=t' -tags=a,b | -ldflags=**** -tags=a,b",
                "GOFLAGS | -ldflags=-X main.token=t -v | -ldflags=**** **** -v",
                "GOFLAGS | --mod=mod -mod --x=t | --mod=mod -mod --x=****",
                "GOAUTH | u:p@a.example | ****",
                "NO_PROXY | u:p@a.example,b.example | ****@a.example,b.example",
                "GONOPROXY | u:p@a.example/x | ****@a.example/x",
                "GOINSECURE | corp.example | corp.example",
                "GOPRIVATE | https://u:p@corp.example | https://****@corp.example",
            })
    void masksWhatIsNobodysBusiness(String name, String value, String shown) {
        assertEquals(shown, Secrets.mask(name, value));
    }
}
