/**
 * The HTTP that fetching modules needs: many {@code GET} requests at once, over kept-alive HTTP/1.1 connections.
 *
 * <p>Why not the JDK's own clients. A prefetch is hundreds of small requests from a JVM that has just started, and a
 * build that is aborted must stop at once. {@code java.net.http} takes three times the processor time of plain sockets
 * until it is compiled, more than everything else that a prefetch does. {@code HttpURLConnection} cannot be stopped:
 * its {@code disconnect} waits for the read that it should end. So this package has what the GOPROXY protocol uses, and
 * no more: no cookies, no cache, no compression, no redirects (the caller follows them, because it decides who may see
 * a credential), no request bodies.
 *
 * <p>An {@link io.jenkins.plugins.gomodules.http.HttpTransport} sends requests and keeps idle connections; closing it
 * ends every transfer that is under way, from any thread, at once. Everything that a server sends is bounded: heads by
 * size and number, bodies by their declared length; what contradicts itself (two lengths, a length and chunks) is
 * refused rather than guessed. Framing follows RFC 9112.
 */
package io.jenkins.plugins.gomodules.http;
