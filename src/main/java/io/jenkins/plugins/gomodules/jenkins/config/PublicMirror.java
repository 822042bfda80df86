package io.jenkins.plugins.gomodules.jenkins.config;

import java.util.Optional;

/** The well-known public proxies. */
public enum PublicMirror {
    GOLANG("proxy.golang.org", "https://proxy.golang.org") {
        @Override
        public String title() {
            return Messages.PublicMirror_golang();
        }
    },
    GOPROXY_CN("goproxy.cn", "https://goproxy.cn") {
        @Override
        public String title() {
            return Messages.PublicMirror_goproxyCn();
        }
    },
    GOPROXY_IO("goproxy.io", "https://goproxy.io") {
        @Override
        public String title() {
            return Messages.PublicMirror_goproxyIo();
        }
    },
    ALIYUN("aliyun", "https://mirrors.aliyun.com/goproxy/") {
        @Override
        public String title() {
            return Messages.PublicMirror_aliyun();
        }
    },
    TENCENT("tencent", "https://mirrors.cloud.tencent.com/go/") {
        @Override
        public String title() {
            return Messages.PublicMirror_tencent();
        }
    };

    private final String id;
    private final String url;

    PublicMirror(String id, String url) {
        this.id = id;
        this.url = url;
    }

    /** The mirror that an id or a URL names; a slash at the end makes no difference. */
    public static Optional<PublicMirror> find(String idOrUrl) {
        String wanted = withoutSlash(idOrUrl);
        for (PublicMirror mirror : values()) {
            if (mirror.id.equals(wanted) || withoutSlash(mirror.url).equals(wanted)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Its name in configuration as code. */
    public String id() {
        return id;
    }

    public String url() {
        return url;
    }

    /** Its name for people, in their language. */
    public abstract String title();
}
