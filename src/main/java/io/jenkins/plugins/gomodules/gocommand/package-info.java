/**
 * The go command as a tool: found, asked for its version, run, its answers read, stopped with all that it started.
 *
 * <p>It is needed for two things. {@link io.jenkins.plugins.gomodules.gocommand.GoDownload} leaves a whole project to
 * {@code go mod download}. {@link io.jenkins.plugins.gomodules.gocommand.DirectProxy} gets single modules that only
 * version control can deliver, through the go command because what a version is in a repository, and which of its files
 * make up the module, is its business; it turns them into a directory that is laid out like a GOPROXY, so that they take
 * the same way into the module cache, with the same checks, as modules from a server.
 *
 * <p>The go command prints what it did as JSON only when it comes to an end. What goes wrong with a module is data
 * ({@link io.jenkins.plugins.gomodules.gocommand.GoModule#error}); only what concerns the whole run is an exception.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-download">Go Modules Reference, go mod download</a>
 */
package io.jenkins.plugins.gomodules.gocommand;
