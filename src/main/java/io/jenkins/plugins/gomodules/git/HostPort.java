package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * A host as a URL names it.
 *
 * @param name a DNS name in lower case, an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65535
 */
record HostPort(String name, int port) implements Serializable {
    /** RFC 1035, section 2.3.4. */
    private static final int MAX_NAME = 253;

    private static final int MAX_LABEL = 63;
    private static final int MAX_PORT = 65535;

    /**
     * Reads {@code name}, {@code name:port}, {@code [v6]} or {@code [v6]:port}.
     *
     * @param field named in the message of a refusal
     * @throws IllegalArgumentException with what to write instead
     */
    static HostPort parse(String field, String text, int defaultPort) {
        if (text.isEmpty()) {
            throw Fields.wrong(field, "it is empty; write the name of the host, such as git.corp.example");
        }
        if (text.indexOf('@') >= 0) {
            // Not shown: what stands before an @ may be a password.
            throw Fields.wrong(field, "it holds an '@'; leave the user name and password out, and bind a credential");
        }
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            String prefix = Fields.quote(text.substring(0, scheme + 3));
            throw Fields.wrong(field, Fields.quote(text) + " is a URL; leave " + prefix + " out");
        }
        if (text.indexOf('/') >= 0) {
            throw Fields.wrong(field, Fields.quote(text) + " holds a path; write what follows the host into path");
        }
        if (text.startsWith("[")) {
            return parseV6(field, text.toLowerCase(Locale.ROOT), defaultPort);
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
            throw Fields.wrong(field, Fields.quote(text) + " has two colons; write an IPv6 address in brackets: [::1]");
        }
        String name = colon < 0 ? text : text.substring(0, colon);
        checkName(field, text, name);
        int port = colon < 0 ? defaultPort : parsePort(field, text, text.substring(colon + 1));
        return new HostPort(name.toLowerCase(Locale.ROOT), port);
    }

    /** The name without brackets, as ssh wants it. */
    String bareName() {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }

    /** With the port unless it is the default one. */
    String text(int defaultPort) {
        return port == defaultPort ? name : name + ":" + port;
    }

    private static HostPort parseV6(String field, String text, int defaultPort) {
        int end = text.indexOf(']');
        String address = end < 0 ? "" : text.substring(1, end);
        String rest = end < 0 ? "" : text.substring(end + 1);
        if (!isV6(address) || !rest.isEmpty() && !rest.startsWith(":")) {
            throw Fields.wrong(
                    field, Fields.quote(text) + " is not an IPv6 address in brackets, such as [2001:db8::1]:8443");
        }
        int port = rest.isEmpty() ? defaultPort : parsePort(field, text, rest.substring(1));
        return new HostPort("[" + address + "]", port);
    }

    private static boolean isV6(String address) {
        if (address.indexOf(':') < 0 || !address.chars().allMatch(c -> "0123456789abcdef:.".indexOf(c) >= 0)) {
            return false;
        }
        try {
            // In brackets nothing is ever looked up.
            return InetAddress.getByName("[" + address + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static int parsePort(String field, String text, String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw Fields.wrong(field, "in " + Fields.quote(text) + " the port is not a number from 1 to " + MAX_PORT);
        }
        return port;
    }

    private static void checkName(String field, String text, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*' || c == '?') {
                throw Fields.wrong(
                        field,
                        Fields.quote(text) + " is a pattern; write one binding for each host, without wildcards");
            }
            if (!Fields.isLetterOrDigit(c) && "-._".indexOf(c) < 0) {
                throw Fields.wrong(
                        field,
                        Fields.quote(text) + " holds " + Fields.name(c)
                                + "; a host name has letters, digits, '-', '_' and '.', and other letters as xn--…");
            }
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || label.startsWith("-") || label.endsWith("-")) {
                throw Fields.wrong(
                        field,
                        Fields.quote(text) + " is not a host name: between dots there are 1 to " + MAX_LABEL
                                + " characters, of which '-' is neither the first nor the last");
            }
        }
        if (name.length() > MAX_NAME) {
            throw Fields.wrong(field, "it has more than " + MAX_NAME + " characters");
        }
    }
}
