/**
 * The go command's settings as they are in force on a machine, found without running the go command.
 *
 * <p>A setting such as {@code GOPROXY} is looked up in layers, and the first one that has a non-empty value wins:
 *
 * <ol>
 *   <li>overrides, which stand for an environment variable that the caller sets for this run,
 *   <li>the environment of the process,
 *   <li>the file that {@code go env -w} writes, {@code go/env} in the user's configuration directory unless
 *       {@code GOENV} names another or is {@code off},
 *   <li>{@code go.env} in the root of the Go installation, where distributions change defaults,
 *   <li>the go command's own default.
 * </ol>
 *
 * <p>An empty value counts as none in every layer. {@code GONOPROXY} and {@code GONOSUMDB} default to
 * {@code GOPRIVATE}; {@code GOMODCACHE} defaults to {@code pkg/mod} in the first element of {@code GOPATH}, and that
 * to {@code go} in the home directory.
 *
 * <p>{@link io.jenkins.plugins.gomodules.goenv.GoEnvironment} answers what is in force and where each value came from;
 * {@link io.jenkins.plugins.gomodules.goenv.HttpProxySettings} says which HTTP proxy a request takes. Both depend on
 * nothing but their arguments and the files named above, and know three families of operating systems
 * ({@link io.jenkins.plugins.gomodules.goenv.HostOs}), so that each can be tested on any machine. What the go command
 * would silently ignore, misspelt variables and patterns that match nothing, is reported as a warning with a remedy.
 *
 * @see <a href="https://go.dev/ref/mod#environment-variables">Go Modules Reference, environment variables</a>
 */
package io.jenkins.plugins.gomodules.goenv;
