/**
 * <i>Manage Jenkins, Go module connections</i>: tests of proxies and Git hosts, from the controller or an agent.
 *
 * <p>A page that has the controller connect to whatever is typed is a way into networks that the user cannot reach. So it is
 * for administrators alone, every method asks for that in its first line, and nothing is reached but by POST. What comes
 * back from an agent is data: {@link io.jenkins.plugins.gomodules.jenkins.connections.CheckedReport} bounds and cleans it, and
 * takes the words of a failure from this side's own catalog. Credentials go to the host that they are bound to, and to
 * no other that a list names.
 */
package io.jenkins.plugins.gomodules.jenkins.connections;
