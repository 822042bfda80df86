package io.jenkins.plugins.gomodules.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How ssh is led to a binding's host: under its own name, or under an alias where the name alone does not say which
 * binding is meant, because that depends on port or path.
 *
 * @param binding over SSH
 * @param target the URL that the binding's place has over SSH
 * @param alias "" for none
 */
record SshRoute(HostBinding binding, SshUrl target, String alias) {
    private static final int MAX_READABLE = 100;
    private static final int HASH_CHARS = 12;

    /** @param user for a binding that names none in its URL */
    static SshUrl target(HostBinding binding, String user) {
        if (binding.sshUrl().isEmpty()) {
            return new SshUrl(user, binding.hostPort(), binding.path());
        }
        SshUrl url = SshUrl.parse("sshUrl", binding.sshUrl());
        return url.user().isEmpty() ? new SshUrl(user, url.host(), url.path()) : url;
    }

    /**
     * Names the route so that no other block has the name, and that ssh without our configuration cannot reach anybody by
     * it: {@code .invalid} never resolves (RFC 2606).
     *
     * @param directory of the block's files, which no other block has
     */
    static String alias(String directory, HostBinding binding, SshUrl target) {
        String host = target.host().name();
        String readable = host.length() > MAX_READABLE ? "" : host.replaceAll("[^a-z0-9.]", "-") + ".";
        return readable + hash(directory + "\n" + binding.place() + "\n" + target) + ".invalid";
    }

    /** The name that stands in a URL. */
    String name() {
        return alias.isEmpty() ? target.host().text(HostProtocol.SSH.port()) : alias;
    }

    /** The name by which {@code ssh} is called. */
    String sshName() {
        return alias.isEmpty() ? target.host().bareName() : alias;
    }

    /** All spellings that Git and the go command have for the place. */
    void addTo(RewriteRules rules) {
        String base = "ssh://" + target.user() + "@" + name() + "/" + target.path();
        rules.add(binding.httpsPrefix(), base);
        String host = target.host().name();
        int port = target.host().port();
        boolean usual = port == HostProtocol.SSH.port();
        String login = target.user() + "@" + host;
        for (String scheme : new String[] {"ssh://", "git+ssh://"}) {
            rules.add(scheme + login + ":" + port + "/" + target.path(), base);
            if (usual) {
                rules.add(scheme + login + "/" + target.path(), base);
            }
        }
        if (usual) {
            // In this form a path without slash begins at the user's home directory, and has to go on doing so.
            String scp = target.user() + "@" + name() + ":";
            rules.add(login + ":" + target.path(), scp + target.path());
            rules.add(login + ":/" + target.path(), scp + "/" + target.path());
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
