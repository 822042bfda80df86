/**
 * Filling a module cache: plan, download, verify, report.
 *
 * <p>A {@link io.jenkins.plugins.gomodules.prefetch.Prefetcher} does for a project what {@code go mod download} does,
 * and leaves the same files. It is fast because it waits for nothing that it need not wait for: go.mod files, zips and
 * .info files are asked for at once, over many connections; each zip is hashed and extracted in one pass as soon as it is
 * there, while others are still on their way. It is strict: what go.sum does not vouch for is refused before it is
 * fetched, and a module whose hash is wrong leaves nothing behind. And it says what it does: which settings are in force
 * and who set them, how far it is, which proxy served what, and of each module that failed why it did and what to do.
 *
 * <p>Everything is idempotent. Whatever stops a prefetch, what is in the cache is complete, and the next one goes on from
 * there.
 *
 * @see <a href="https://go.dev/ref/mod#go-mod-download">go mod download</a>
 */
package io.jenkins.plugins.gomodules.prefetch;
