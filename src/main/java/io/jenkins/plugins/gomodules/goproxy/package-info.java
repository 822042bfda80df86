/**
 * Getting files from module proxies: the GOPROXY protocol and the GOPROXY list.
 *
 * <p>A proxy serves, for each version of a module, three files below {@code <proxy>/<escaped module path>/@v/}: {@code
 * <version>.info} (name and time as JSON), {@code <version>.mod} (its go.mod) and {@code <version>.zip} (its files). A
 * {@link io.jenkins.plugins.gomodules.goproxy.ProxyList} says which proxies are asked in which order, and what makes
 * the next one's turn: after a comma only "not found" (404 or 410), after a bar any error. {@code direct} stands for the
 * module's version control system, which is another package's business; {@code off} for nobody.
 *
 * <p>A {@link io.jenkins.plugins.gomodules.goproxy.ProxyChain} walks that list for one file at a time, from any number of
 * threads. What the go command does not do, it does: a transfer that breaks is tried again, with growing pauses or after
 * the one that the server asks for; a body that was cut is continued where it ended, where the server can prove that it
 * is still the same file; a server that is overloaded gets fewer requests at once; one that cannot be reached at all is
 * not asked hundreds of times. Failures carry the proxy, the HTTP status and the number of attempts, and a cause from
 * the failure catalog. Nothing here trusts what arrives: sizes are bounded, what servers say is cleaned before it is
 * shown, and the bytes are for others to verify.
 *
 * <p>A proxy may want a login: the one in its URL, or that of {@link
 * io.jenkins.plugins.gomodules.goproxy.ProxyLogins} for its host, port and path. A login goes to the server that it is for
 * and to no other, wherever a redirect leads.
 *
 * @see <a href="https://go.dev/ref/mod#goproxy-protocol">Go Modules Reference, GOPROXY protocol</a>
 */
package io.jenkins.plugins.gomodules.goproxy;
