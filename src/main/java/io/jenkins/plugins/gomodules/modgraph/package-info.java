/**
 * Which modules a build needs: from the {@code go.mod} or {@code go.work} of a project to the list of module zips that
 * {@code go mod download} would fetch.
 *
 * <p>A <em>main module</em> is one that is worked on: the project's own, or each that {@code go.work} uses. Its go.mod
 * requires other modules at <em>at least</em> some version, and so do theirs in turn. <em>Minimal version selection</em>
 * takes, of each module, the highest version that anything required, and nothing newer; that is the <em>build list</em>.
 * No solver is needed, and the answer never depends on what has been published since.
 *
 * <p>The whole graph can be large, and since Go 1.17 a go.mod file names all modules that its packages need, also
 * indirectly. So the requirements of a module at {@code go 1.17} or later are read, but not the requirements of those
 * again: the graph is <em>pruned</em>. A module without a go line, or with an older one, still brings in everything
 * below it.
 *
 * <p>Which go.mod files get read decides which files are in the cache afterwards and which versions get selected, so
 * this package reads exactly those that the go command reads; in what order they arrive makes no difference. {@link
 * io.jenkins.plugins.gomodules.modgraph.MainModules} reads what lies in the project's directory, {@link
 * io.jenkins.plugins.gomodules.modgraph.ModuleGraph} everything else, by way of a {@link
 * io.jenkins.plugins.gomodules.modgraph.GoModLoader}: all that is known at once, because each file is a round trip.
 *
 * @see <a href="https://go.dev/ref/mod#minimal-version-selection">Minimal version selection</a>
 * @see <a href="https://go.dev/ref/mod#graph-pruning">Module graph pruning</a>
 * @see <a href="https://go.dev/ref/mod#workspaces">Workspaces</a>
 */
package io.jenkins.plugins.gomodules.modgraph;
