package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.*;

class DirectModules {
    DirectModules(Session s, Narrator n) {}

    boolean available() {
        return false;
    }

    void fetchGoMods(List<ModuleVersion> l, MainModules p, Watch w) {}

    void download(List<ModuleVersion> l, MainModules p, Trust t, Watch w) {}
}
