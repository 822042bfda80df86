package io.jenkins.plugins.gomodules.probe;

import java.util.List;

/** The public proxies that most of the world uses. */
public final class WellKnownMirrors {
    /** Their URLs: Google's, then those inside China. */
    public static final List<String> URLS = List.of(
            "https://proxy.golang.org",
            "https://goproxy.cn",
            "https://goproxy.io",
            "https://mirrors.aliyun.com/goproxy",
            "https://mirrors.cloud.tencent.com/go");

    private WellKnownMirrors() {}
}
