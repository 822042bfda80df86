package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.List;

/**
 * What a project's build needs from the cache.
 *
 * @param zips modules whose files it may import
 * @param goMods modules whose go.mod files the module graph is made of; more than {@code zips}
 */
record ProjectModules(List<ModuleVersion> zips, List<ModuleVersion> goMods) {}
