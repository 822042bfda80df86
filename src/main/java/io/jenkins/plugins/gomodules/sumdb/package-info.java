/**
 * The checksum database: a log, kept by somebody else, of the hashes that every public module version has.
 *
 * <p>go.sum says what a project has trusted before; of a module that is new to it, the database says what the rest of the
 * world was given under that version. Nobody has to trust the database blindly, because it is a transparent log. Its
 * records, one for each module version, are the leaves of a Merkle tree (RFC 6962), and the database signs the size and the
 * root hash of that tree, the {@linkplain io.jenkins.plugins.gomodules.sumdb.TreeHead head}. A record is believed when it is
 * proved to be in the tree of a signed head, and a head when it is proved to continue the last one that was seen: so the
 * database can neither show different hashes to different people nor take one back without leaving two signed heads
 * that contradict each other, which is {@linkplain io.jenkins.plugins.gomodules.sumdb.ForkException proof} for everybody.
 *
 * <p>The proofs are not sent as such. The database publishes the tree in {@linkplain
 * io.jenkins.plugins.gomodules.sumdb.Tile tiles}, 256 hashes side by side, which never change once they are full and can
 * therefore be kept in caches everywhere, also by proxies that nobody trusts: a tile counts only when its hashes lead up to
 * the signed root.
 *
 * <p>{@link io.jenkins.plugins.gomodules.sumdb.SumDbClient} puts this together; all that it reads and writes goes through
 * {@link io.jenkins.plugins.gomodules.sumdb.SumDbOps}. The rest of the package is arithmetic, and the two formats of the
 * texts: {@link io.jenkins.plugins.gomodules.sumdb.SignedNote} and {@link io.jenkins.plugins.gomodules.sumdb.LogRecord}.
 *
 * @see <a href="https://go.dev/ref/mod#checksum-database">Go Modules Reference: checksum database</a>
 * @see <a href="https://go.dev/design/25530-sumdb">Proposal: Secure the Public Go Module Ecosystem</a>
 * @see <a href="https://research.swtch.com/tlog">Transparent Logs for Skeptical Clients</a>
 */
package io.jenkins.plugins.gomodules.sumdb;
