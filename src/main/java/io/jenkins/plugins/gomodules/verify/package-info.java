/**
 * Verifying a module cache: what {@code go mod verify} does, without a Go toolchain, and more of it.
 *
 * <p>Of every module of a project's build list the cache may hold three things. The zip, as a proxy served it; the {@code
 * .ziphash} file, the h1 hash that the zip had when it came into the cache; and the extracted tree, which is what the
 * compiler reads. Nobody looks at zips and trees again: a build only compares {@code .ziphash} with go.sum. So whoever can
 * write to the cache can change what is built.
 *
 * <p>{@code go mod verify} hashes zip and tree again and compares with {@code .ziphash}. A {@link
 * io.jenkins.plugins.gomodules.verify.Verifier} compares with go.sum as well, so that zip, tree and hash that were replaced
 * together are found too; it checks what the build uses in place of a replaced module; and where {@code go mod verify} says
 * that a module was modified, it names the files. What {@code go mod verify} finds, it finds, always.
 *
 * <p>A zip or a tree that is not there is no fault: the go command fetches the one and extracts the other when it needs them.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-verify">go mod verify</a>
 */
package io.jenkins.plugins.gomodules.verify;
