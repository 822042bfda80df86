package io.jenkins.plugins.gomodules.goproxy;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;

/** A module that only version control can deliver: GONOPROXY matches it, or the proxy list went on to {@code direct}. */
public final class DirectFetchException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ModuleVersion module;

    DirectFetchException(ModuleVersion module, String why) {
        super(why);
        this.module = module;
    }

    public ModuleVersion module() {
        return module;
    }
}
