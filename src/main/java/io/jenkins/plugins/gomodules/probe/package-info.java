/**
 * Why a proxy does not answer: tests the way to a server stage by stage, and says at which it ends.
 *
 * <p>A build that cannot fetch its modules says "i/o timeout" at best. Between it and the module lie a name server, perhaps
 * an HTTP proxy, a TCP connection, TLS that somebody may have opened on the way, a web server that may want a login, and
 * behind all that the GOPROXY protocol. A {@link io.jenkins.plugins.gomodules.probe.Probe} goes this way once, step by step,
 * and reports each with its time, what it found, and when it fails the
 * {@link io.jenkins.plugins.gomodules.failure.Cause} of the failure catalog with its remedy. A
 * {@link io.jenkins.plugins.gomodules.probe.MirrorComparison} measures which of several proxies would be fastest.
 *
 * <p>Everything that a server says is hostile until shown otherwise: it is bounded in bytes and time, made one clean line,
 * and freed of logins that it may repeat. No login leaves for another host than its own, and a server whose certificate is
 * not trusted is sent nothing. All reports are serializable: a test may run on an agent.
 */
package io.jenkins.plugins.gomodules.probe;
