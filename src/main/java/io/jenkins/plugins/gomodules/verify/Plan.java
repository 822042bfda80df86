package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What is to be checked for one project or several. */
final class Plan {
    /** What the build uses, replacements applied. */
    final Set<ModuleVersion> used = new LinkedHashSet<>();

    /** Modules that others replace. {@code go mod verify} looks at these, not at what replaces them. */
    final Set<ModuleVersion> replaced = new LinkedHashSet<>();

    /** Modules that directories replace, with the directories. */
    final Set<String> local = new TreeSet<>();

    /** What a person should know. */
    final Set<String> notices = new LinkedHashSet<>();
}
