/**
 * Credentials that go to their own host and nowhere else, for Git, for ssh and for the go command.
 *
 * <p>What is usual leaks: {@code GIT_ASKPASS} answers whatever host asks, an ssh-agent with three keys offers all three
 * to every server, a token in a global {@code insteadOf} stays there for the next build. Here each secret is bound to a
 * {@link io.jenkins.plugins.gomodules.git.HostBinding}, a host and perhaps a path on it, and of several that fit, the
 * longest path is meant. {@link io.jenkins.plugins.gomodules.git.GitAccess#prepare} turns bindings with their secrets
 * into files in a directory of ours, where Git runs, and into variables that a block has
 * ({@link io.jenkins.plugins.gomodules.git.GitVariables#over}). Nothing of the user's is changed.
 *
 * <dl>
 *   <dt>Git over HTTPS
 *   <dd>{@code GIT_CONFIG_COUNT} includes a file with a {@code credential.<url>.helper} for each binding. The helper
 *       prints a file; an empty helper before it makes it the only one, so that no other program stores the secret.
 *   <dt>Git over SSH
 *   <dd>{@code url.<base>.insteadOf} leads URLs of the bound place to a name that {@code GIT_SSH_COMMAND}'s
 *       configuration knows. There, {@code IdentitiesOnly} with the <em>public</em> key in a file picks one key of the
 *       agent; host keys are those of the binding, and strictly checked. For all other hosts ssh runs as it would
 *       without the block, with the agent that it would have.
 *   <dt>The go command
 *   <dd>asks web servers itself ({@code ?go-get=1}, module proxies): {@code GOAUTH} knows paths, {@code NETRC} serves
 *       older versions, with logins for whole hosts only.
 * </dl>
 *
 * <p>Blocks nest: what an outer block has set goes on, except where the inner one binds the same place or a longer path.
 * A secret is never in an argument, a variable, an exception, or a file name.
 *
 * @see <a href="https://git-scm.com/docs/gitcredentials">gitcredentials(7)</a>
 * @see <a href="https://man.openbsd.org/ssh_config">ssh_config(5)</a>
 */
package io.jenkins.plugins.gomodules.git;
