/**
 * The files in which the Go command keeps what a build depends on: {@code go.mod}, {@code go.work}, {@code go.sum} and
 * {@code vendor/modules.txt}.
 *
 * <p>go.mod and go.work share a syntax of lines. A line is a directive ({@code require}) and its arguments, words or
 * strings in quotes; a directive that appears often can be written once before a block in parentheses. Comments run
 * from {@code //} to the end of the line and carry meaning in three places: {@code // indirect} behind a requirement,
 * the reason of a {@code retract}, and {@code // Deprecated:} above the {@code module} line.
 *
 * <p>The main module's go.mod is read strictly: whatever is not understood is an error, named with file, line and
 * column. A dependency's is read leniently, as newer versions of Go may have written it: only {@code module}, {@code
 * go}, {@code require}, {@code retract} and {@code ignore} are looked at. Proxies serve what they like, so parsing
 * takes time linear in the size of the file, and the size is limited.
 *
 * <p>go.sum has one {@code path version hash} a line. {@code vendor/modules.txt} is written by {@code go mod vendor}
 * and says which modules the vendor directory was made from, so that it can be compared with go.mod.
 *
 * <p>What is accepted is what golang.org/x/mod/modfile and the go command accept. Everything here is immutable once
 * parsed.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-file">Go Modules Reference: go.mod files</a>
 * @see <a href="https://go.dev/ref/mod#workspaces">Go Modules Reference: workspaces</a>
 * @see <a href="https://go.dev/ref/mod#go-sum-files">Go Modules Reference: go.sum files</a>
 * @see <a href="https://go.dev/ref/mod#vendoring">Go Modules Reference: vendoring</a>
 */
package io.jenkins.plugins.gomodules.modfile;
