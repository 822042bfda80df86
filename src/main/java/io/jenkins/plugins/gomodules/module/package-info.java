/**
 * Names of Go modules: paths, versions and how both are written, ordered and matched.
 *
 * <p>A module is a path, such as {@code github.com/Azure/go-autorest/v14}, and a semantic version with a leading
 * {@code v}. Path and version belong together: from major version 2 on, the path ends in {@code /vN} (gopkg.in writes
 * {@code .vN}), unless the version says {@code +incompatible}, which marks a repository that has no go.mod at that
 * version. A commit without a tag has a version all the same, a {@linkplain
 * io.jenkins.plugins.gomodules.module.PseudoVersion pseudo-version}, made of the tag before it, its time and its hash.
 *
 * <p>Paths become file names in the module cache and URLs on a proxy. Not every file system tells {@code Azure} from
 * {@code azure}, so an upper-case letter is written as {@code !} and its lower case there: {@code
 * github.com/!azure/go-autorest/v14}. {@code !} itself can appear in no path.
 *
 * <p>What is valid here is what golang.org/x/mod/module and golang.org/x/mod/semver hold valid. Everything in this
 * package is immutable and safe for use by several threads. It needs the JDK only, and keeps regular expressions,
 * formatters and lambdas out of what runs once per module, because the first use of each costs a cold JVM more than all
 * the parsing does.
 *
 * @see <a href="https://go.dev/ref/mod#modules-overview">Go Modules Reference: modules, packages and versions</a>
 */
package io.jenkins.plugins.gomodules.module;
