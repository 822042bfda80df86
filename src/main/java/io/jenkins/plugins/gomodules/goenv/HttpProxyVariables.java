package io.jenkins.plugins.gomodules.goenv;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a process by which the go command, Git and everything else there reach the network through one HTTP
 * proxy, or through none. In both cases of their names: curl, which Git uses, reads {@code http_proxy} in lower case
 * only, and where there is no proxy for a protocol it falls back to {@code ALL_PROXY}.
 */
public final class HttpProxyVariables {
    private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY");
    private static final String EXCEPTIONS = "NO_PROXY";
    private static final String FALLBACK = "ALL_PROXY";

    private HttpProxyVariables() {}

    /**
     * None for anything. The proxies count as not set then, and everything is an exception besides: where a process gets the
     * environment of an agent under that of a build, an empty variable is as good as none.
     */
    public static Map<String, String> none() {
        return variables("", "*");
    }

    /**
     * One proxy for all that is not local.
     *
     * @param host name or address, without brackets
     * @param port 1 to 65535
     * @param user {@code ""} for no login
     * @param password secret; it is part of the values then
     * @param noProxy entries of NO_PROXY, for hosts that are reached without it
     */
    public static Map<String, String> of(String host, int port, String user, String password, List<String> noProxy) {
        String login = user.isEmpty() ? "" : escape(user) + ":" + escape(password) + "@";
        String address = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return variables("http://" + login + address + ":" + port, String.join(",", noProxy));
    }

    private static Map<String, String> variables(String proxy, String exceptions) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : PROXIES) {
            put(variables, name, proxy);
        }
        put(variables, EXCEPTIONS, exceptions);
        put(variables, FALLBACK, "");
        return variables;
    }

    private static void put(Map<String, String> variables, String name, String value) {
        variables.put(name, value);
        variables.put(SettingLayers.lowerCase(name), value);
    }

    /** Everything but letters, digits and a few signs, so that no program reads the login otherwise. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || "-_.".indexOf(c) >= 0) {
                escaped.append(c);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return escaped.toString();
    }
}
