package io.jenkins.plugins.gomodules.probe;

import java.util.List;

/** The public proxies that most of the world uses. */
public final class WellKnownMirrors {
    /** Google's. */
    public static final String GOLANG = "https://proxy.golang.org";

    /** In China, and so are the others. */
    public static final String GOPROXY_CN = "https://goproxy.cn";

    public static final String GOPROXY_IO = "https://goproxy.io";

    /** Alibaba Cloud's. */
    public static final String ALIYUN = "https://mirrors.aliyun.com/goproxy";

    /** Tencent Cloud's. */
    public static final String TENCENT = "https://mirrors.cloud.tencent.com/go";

    /** All of them. */
    public static final List<String> URLS = List.of(GOLANG, GOPROXY_CN, GOPROXY_IO, ALIYUN, TENCENT);

    private WellKnownMirrors() {}
}
