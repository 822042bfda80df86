package io.jenkins.plugins.gomodules.testing;

import java.util.Map;
import java.util.Optional;

/**
 * A request as a test server read it.
 *
 * @param method for example GET or CONNECT
 * @param target the request target as it stood in the request line
 * @param path the path of the target, without query; for CONNECT host:port
 * @param attempt 1 for the first request for this path, and so on
 * @param connection number of the connection it came on, from 1
 * @param headers by lower-case name; values of a repeated header joined by ", "
 */
public record RecordedRequest(
        String method, String target, String path, int attempt, int connection, Map<String, String> headers) {

    /** Value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    @Override
    public String toString() {
        return method + " " + target + " (attempt " + attempt + ", connection " + connection + ")";
    }
}
