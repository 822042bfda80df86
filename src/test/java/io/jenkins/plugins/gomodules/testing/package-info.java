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
 * <p>Git hosts are on loopback addresses of their own (127.0.0.2, 127.0.0.3, …): to whoever keeps logins apart these are
 * different hosts. {@link io.jenkins.plugins.gomodules.testing.SshGitServer} and
 * {@link io.jenkins.plugins.gomodules.testing.HttpsGitServer} serve
 * {@link io.jenkins.plugins.gomodules.testing.GitRepositories} and record what clients show them;
 * {@link io.jenkins.plugins.gomodules.testing.HostileHost} only wants to be shown something. A
 * {@link io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy} gives them names such as git.corp.example.
 *
 * <p>Nothing here uses the code under test: escaping, hashing and zip writing are done anew, in the plainest way, so
 * that a test which agrees with them is evidence. Nothing sleeps: what must happen in a set order waits at a
 * {@link io.jenkins.plugins.gomodules.testing.Gate}.
 */
package io.jenkins.plugins.gomodules.testing;
