/**
 * The module cache, GOMODCACHE, kept so that the go command and this code can use it at the same time.
 *
 * <p>Per module version, {@code cache/download/<path>/@v} holds what a proxy serves, {@code <version>.info}, {@code .mod}
 * and {@code .zip}, and what the go command adds: {@code .ziphash}, the zip's h1 hash; {@code .lock}, which guards
 * downloading and extracting; {@code list}, the versions whose {@code .mod} is there. The extracted files are in {@code
 * <path>@<version>} in the cache's root, files and directories read-only (directories not with {@code -modcacherw}). Paths and
 * versions have their upper-case letters escaped.
 *
 * <p>Whoever reads the cache takes no lock, so everything appears in an order that is right whenever it stops: {@code
 * .info} and {@code .mod} are renamed into place; a zip is there only when its {@code .ziphash} is; a directory counts as
 * extracted when it is there, its {@code .ziphash} is there, and no {@code .partial} file is, which is written before
 * the first file and removed after the last. What a killed process leaves is cleared by the next one to take the lock.
 *
 * <p>Locks are those of the go command, {@code flock(2)} on Linux, where Java's own file locks are another kind and would
 * see none of them.
 *
 * @see <a href="https://go.dev/ref/mod#module-cache">Go Modules Reference: module cache</a>
 */
package io.jenkins.plugins.gomodules.modcache;
