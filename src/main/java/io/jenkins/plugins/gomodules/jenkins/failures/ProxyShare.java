package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.jenkins.text.ForeignText;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How many modules a proxy served. */
@ExportedBean
public final class ProxyShare {
    private final String proxy;
    private final int modules;

    ProxyShare(String proxy, int modules) {
        this.proxy = ForeignText.line(proxy);
        this.modules = modules;
    }

    /** The proxy's URL without login, or {@code direct}. */
    @Exported
    public String getProxy() {
        return proxy;
    }

    @Exported
    public int getModules() {
        return modules;
    }
}
