/**
 * Modules, proxies and go commands for tests.
 *
 * <p>A {@link io.jenkins.plugins.gomodules.testing.ModuleFixture} is one module version as the three files that a module
 * proxy serves of it. Fixtures are served from a directory
 * ({@link io.jenkins.plugins.gomodules.testing.GoProxyTree}) or over loopback
 * ({@link io.jenkins.plugins.gomodules.testing.LoopbackProxy}), where every byte of an answer can be spoilt by a
 * {@link io.jenkins.plugins.gomodules.testing.Fault}. What a download left behind is compared by
 * {@link io.jenkins.plugins.gomodules.testing.CacheSnapshot}, against what the real go command
 * ({@link io.jenkins.plugins.gomodules.testing.GoTool}) left for the same modules.
 *
 * <p>Nothing here uses the code under test: escaping, hashing and zip writing are done anew, in the plainest way, so
 * that a test which agrees with them is evidence. Nothing sleeps: what must happen in a set order waits at a
 * {@link io.jenkins.plugins.gomodules.testing.Gate}.
 */
package io.jenkins.plugins.gomodules.testing;
