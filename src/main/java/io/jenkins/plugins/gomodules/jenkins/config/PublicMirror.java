package io.jenkins.plugins.gomodules.jenkins.config;

import io.jenkins.plugins.gomodules.probe.WellKnownMirrors;
import java.util.Optional;

/** The well-known public proxies. */
public enum PublicMirror {
    GOLANG("proxy.golang.org", WellKnownMirrors.GOLANG) {
        @Override
        public String title() {
            return Messages.PublicMirror_golang();
        }
    },
    GOPROXY_CN("goproxy.cn", WellKnownMirrors.GOPROXY_CN) {
        @Override
        public String title() {
            return Messages.PublicMirror_goproxyCn();
        }
    },
    GOPROXY_IO("goproxy.io", WellKnownMirrors.GOPROXY_IO) {
        @Override
        public String title() {
            return Messages.PublicMirror_goproxyIo();
        }
    },
    ALIYUN("aliyun", WellKnownMirrors.ALIYUN) {
        @Override
        public String title() {
            return Messages.PublicMirror_aliyun();
        }
    },
    TENCENT("tencent", WellKnownMirrors.TENCENT) {
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
            if (mirror.id.equals(wanted) || mirror.url.equals(wanted)) {
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

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    /** Its name for people, in their language. */
    public abstract String title();
}
