package io.jenkins.plugins.gomodules.endtoend;

import io.jenkins.plugins.gomodules.testing.CacheSnapshot;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a process that was killed, or had no room on the disk, may leave for good, whoever comes next, as the go command
 * does:
 *
 * <ul>
 *   <li>a small file under the temporary name that it had until it was renamed into its place. No lock says whether its
 *       writer still lives, so nobody may remove it; and nobody reads it.
 *   <li>a version list without the version whose .mod file was written last. The list is written when a .mod file is.
 * </ul>
 */
final class Remains {

    private static final Pattern TEMPORARY = Pattern.compile(".*/@v/v[^/]*\\.(info|mod)[0-9]+\\.tmp");

    private Remains() {}

    /** All differences but those. */
    static List<String> differences(CacheSnapshot cache, CacheSnapshot expected) {
        return without(cache).differencesFrom(without(expected));
    }

    private static CacheSnapshot without(CacheSnapshot cache) {
        return cache.without(name -> TEMPORARY.matcher(name).matches() || name.endsWith("/@v/list"));
    }
}
