/**
 * Module zips: what may be in one, how one is extracted, and the hash that go.sum knows it by.
 *
 * <p>A module version travels as a zip file. Every entry's name starts with {@code <module>@<version>/}; behind it come
 * paths that every supported file system can hold, no two of them equal when letter case is ignored. File modes, times and
 * comments mean nothing. The zip and what it inflates to may each be 500 MiB, go.mod and LICENSE 16 MiB. {@link
 * io.jenkins.plugins.gomodules.modzip.ModuleZip} checks all of that against the zip's central directory before it
 * inflates a byte, and then holds the inflated bytes to it.
 *
 * <p>The hash, {@code h1:} and base64, is no hash of the zip file, which two honest proxies may compress differently,
 * but of its contents: SHA-256 over a list of lines, one per file in the order of their names' bytes, each the SHA-256
 * of the file in hexadecimal, two spaces, the name with its prefix, and a newline. It takes inflating everything, which is
 * why {@link io.jenkins.plugins.gomodules.modzip.ModuleZip#extract} hashes while it writes.
 *
 * <p>Zip files are read by this package itself and not by {@code java.util.zip.ZipFile}, because the hash only protects
 * those who read the same files out of the same bytes as the go command does: the central directory alone decides, and
 * where that and a local header disagree the zip is refused. Memory is bounded: a few fixed buffers, and the central
 * directory of the zip at hand.
 *
 * @see <a href="https://go.dev/ref/mod#zip-files">Go Modules Reference: module zip files</a>
 * @see <a href="https://go.dev/ref/mod#go-sum-files">Go Modules Reference: go.sum files</a>
 */
package io.jenkins.plugins.gomodules.modzip;
