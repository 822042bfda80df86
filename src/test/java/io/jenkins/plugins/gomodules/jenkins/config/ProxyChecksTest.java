package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.Util;
import hudson.util.FormValidation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyChecksTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    https://athens.corp.example,              false, OK,      ""
                    athens.corp.example:3000,                 false, OK,      ""
                    http://localhost:3000,                    false, OK,      ""
                    file:///srv/goproxy,                      false, OK,      ""
                    direct,                                   false, OK,      ""
                    https://goproxy.cn,                       false, OK,      ""
                    https://mirrors.aliyun.com/goproxy,       false, OK,      ""
                    "",                                       false, ERROR,   "Write the URL"
                    "https://a.example,https://b.example",    false, ERROR,   one URL only
                    https://a.example https://b.example,      false, ERROR,   one URL only
                    https://bot:s3cret@athens.corp.example,   false, ERROR,   choose a credential
                    https://athens.corp.example?token=s3cret, false, ERROR,   choose a credential
                    ftp://athens.corp.example,                false, ERROR,   its scheme must be
                    https://athens.corp.example:port,         false, ERROR,   port number
                    atens,                                    false, ERROR,   it has no scheme
                    http://athens.corp.example,               true,  WARNING, Use https
                    https://athens.corp.example,              true,  OK,      ""
                    https://proxy.golang.com,                 false, WARNING, https://proxy.golang.org?
                    https://porxy.golang.org,                 false, WARNING, https://proxy.golang.org?
                    https://gorpoxy.io,                       false, WARNING, https://goproxy.
                    https://mirror.aliyun.com/goproxy/,       false, WARNING, https://mirrors.aliyun.com/goproxy?
                    https://mirrors.aliyun.com,               false, WARNING, is at https://mirrors.aliyun.com/goproxy
                    https://mirrors.cloud.tencent.com/golang, false, WARNING, is at https://mirrors.cloud.tencent.com/go
                    """)
    void saysWhatIsWrongWithAUrl(String url, boolean hasLogin, FormValidation.Kind kind, String part) {
        FormValidation result = ProxyChecks.url(url, hasLogin);
        String message = Util.fixNull(result.getMessage());
        assertEquals(kind, result.kind, message);
        assertTrue(message.contains(part), message);
        assertTrue(!message.contains("s3cret"), message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = ';', textBlock = """
                    ,goproxy.cn,direct;       https://athens,,;      anyError,,;   OK;      "GOPROXY=https://athens|https://goproxy.cn,direct"
                    ,direct;                  https://athens,x;      ,;            OK;      "GOPROXY=https://athens,direct"
                    direct,goproxy.cn;        ,;                     ,;            WARNING; is never asked
                    off,;                     ,https://athens;       ,;            WARNING; is never asked
                    goproxy.cn,;              ,https://goproxy.cn/;  ,;            WARNING; is there twice
                    ,;                        ,;                     ,;            OK;      ""
                    """)
    void saysWhatIsWrongWithAChain(String presets, String urls, String nexts, FormValidation.Kind kind, String part) {
        FormValidation result = ProxyChecks.chain(FormLines.proxies(lines(presets), lines(urls), lines(nexts)));
        String message = Util.fixNull(result.getMessage());
        assertEquals(kind, result.kind, message);
        assertTrue(message.contains(part), message);
    }

    private static String lines(String commaList) {
        return Util.fixNull(commaList).replace(',', '\n');
    }
}
