package org.jenkinsci.plugins.tokenmacro;

import hudson.ExtensionPoint;
import java.util.List;

/** A name in a text that stands for something else. */
public abstract class TokenMacro implements ExtensionPoint {
    public abstract boolean acceptsMacroName(String macroName);

    public List<String> getAcceptedMacroNames() {
        return List.of();
    }
}
