package io.jenkins.plugins.gomodules.goenv;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Hosts that are reached without a proxy: the value of {@code NO_PROXY}. Entries are separated by commas and are
 *
 * <ul>
 *   <li>{@code example.com}: the host and its subdomains; {@code .example.com} or {@code *.example.com}: its subdomains,
 *   <li>{@code 10.1.2.3}, {@code 10.0.0.0/8} and the like for IPv6: addresses, which match only URLs with an address,
 *   <li>{@code *}: everything.
 * </ul>
 *
 * <p>A host or an address may have a port behind a colon. {@code localhost} and loopback addresses never take a proxy.
 */
final class NoProxy {
    /** One entry; an address with a prefix length in bits, or a domain that begins with a dot. */
    private record Rule(byte[] address, int bits, String domain, boolean itself, String port) {
        boolean matches(String host, byte[] ip, String actualPort) {
            if (!port.isEmpty() && !port.equals(actualPort)) {
                return false;
            }
            if (address == null) {
                return ip == null && (host.endsWith(domain) || itself && host.equals(domain.substring(1)));
            }
            return ip != null && matchesPrefix(ip);
        }

        private boolean matchesPrefix(byte[] ip) {
            if (ip.length != address.length) {
                return false;
            }
            int whole = bits / 8;
            if (!Arrays.equals(ip, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = bits % 8;
            return rest == 0 || ((ip[whole] ^ address[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private boolean everything;

    NoProxy(String list) {
        int start = 0;
        while (start <= list.length() && !everything) {
            int end = list.indexOf(',', start);
            end = end < 0 ? list.length() : end;
            add(list.substring(start, end).strip().toLowerCase(Locale.ROOT));
            start = end + 1;
        }
    }

    /**
     * Whether a request to this host goes without a proxy.
     *
     * @param host name or address, without brackets
     * @param port the port as digits
     */
    boolean bypasses(String host, String port) {
        if (host.equals("localhost")) {
            return true;
        }
        byte[] ip = IpAddress.parse(host);
        if (ip != null) {
            if (IpAddress.isLoopback(ip)) {
                return true;
            }
            ip = IpAddress.toV4(ip);
        }
        if (everything) {
            return true;
        }
        String name = host.strip().toLowerCase(Locale.ROOT);
        for (Rule rule : rules) {
            if (rule.matches(name, ip, port)) {
                return true;
            }
        }
        return false;
    }

    private void add(String entry) {
        if (entry.isEmpty()) {
            return;
        }
        if (entry.equals("*")) {
            everything = true;
            return;
        }
        if (addNetwork(entry)) {
            return;
        }
        String host = entry;
        String port = "";
        int colon = entry.lastIndexOf(':');
        boolean bracketed = entry.startsWith("[") && entry.indexOf(']') == colon - 1;
        if (colon >= 0
                && (bracketed || entry.indexOf(':') == colon && entry.indexOf('[') < 0 && entry.indexOf(']') < 0)) {
            host = bracketed ? entry.substring(1, colon - 1) : entry.substring(0, colon);
            port = entry.substring(colon + 1);
        }
        byte[] ip = host.indexOf('%') < 0 ? IpAddress.parse(host) : null;
        if (ip != null) {
            byte[] address = IpAddress.toV4(ip);
            rules.add(new Rule(address, address.length * 8, "", false, port));
        } else if (!host.isEmpty()) {
            addDomain(host, port);
        }
    }

    private boolean addNetwork(String entry) {
        int slash = entry.indexOf('/');
        if (slash < 0 || entry.indexOf('%') >= 0) {
            return false;
        }
        byte[] address = IpAddress.parse(entry.substring(0, slash));
        int bits = prefixLength(entry.substring(slash + 1));
        if (address == null || bits < 0 || bits > address.length * 8) {
            return false;
        }
        byte[] v4 = IpAddress.toV4(address);
        if (v4 != address) {
            // Go reads ::ffff:a.b.c.d/n as IPv6; it matches IPv4 addresses where the prefix covers the common part.
            if (bits < 96) {
                rules.add(new Rule(address, bits, "", false, ""));
                return true;
            }
            bits -= 96;
        }
        rules.add(new Rule(v4, bits, "", false, ""));
        return true;
    }

    private void addDomain(String host, String port) {
        String domain = host.startsWith("*.") ? host.substring(1) : host;
        boolean itself = !domain.startsWith(".");
        rules.add(new Rule(null, 0, toAscii(itself ? "." + domain : domain), itself, port));
    }

    /** A name with its letters beyond ASCII as the domain name system has them; as it is where that cannot be. */
    static String toAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                int from = name.startsWith(".") ? 1 : 0;
                try {
                    return name.substring(0, from) + IDN.toASCII(name.substring(from), IDN.ALLOW_UNASSIGNED);
                } catch (IllegalArgumentException e) {
                    return name;
                }
            }
        }
        return name;
    }

    private static int prefixLength(String digits) {
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
