package io.jenkins.plugins.gomodules.git;

import java.io.Serializable;

/**
 * Where repositories are reached over SSH: {@code ssh://user@host:port/path}.
 *
 * @param user "" if the URL names none
 * @param host name and port
 * @param path without a leading slash
 */
record SshUrl(String user, HostPort host, String path) implements Serializable {
    private static final String SCHEME = "ssh://";

    /** @throws IllegalArgumentException that begins with the field's name and says what to write instead */
    static SshUrl parse(String field, String text) {
        int slashes = text.indexOf("://");
        if (slashes < 0 && text.indexOf('@') > 0 && text.indexOf(':') > text.indexOf('@')) {
            throw Fields.wrong(field, "write it as a URL: ssh://git@host/team/ instead of git@host:team/");
        }
        if (!text.startsWith(SCHEME)) {
            throw Fields.wrong(field, "it does not begin with 'ssh://'; write it such as ssh://git@host:7999/team/");
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        if (user.indexOf(':') >= 0) {
            // Not shown: it is a password.
            throw Fields.wrong(field, "it holds a password; leave it out, and bind a credential");
        }
        if (at == 0) {
            throw Fields.wrong(field, "nothing stands before the '@'; write the user name, or leave the '@' out");
        }
        checkUser(field, user);
        HostPort host = HostPort.parse(field, authority.substring(at + 1), HostProtocol.SSH.port());
        RepositoryPath.check(field, path);
        return new SshUrl(user, host, path);
    }

    /** "" is no user name at all. */
    static void checkUser(String field, String user) {
        for (int i = 0; i < user.length(); i++) {
            char c = user.charAt(i);
            if (!Fields.isLetterOrDigit(c) && "-._+".indexOf(c) < 0) {
                throw Fields.wrong(
                        field,
                        "the user name holds " + Fields.name(c)
                                + "; for ssh it has letters, digits and '-', '.', '_', '+'");
            }
        }
        if (user.startsWith("-")) {
            throw Fields.wrong(field, "the user name begins with '-'; ssh would take it for an option");
        }
    }

    /** With a trailing slash where the binding's path has one, so that a longer URL can be built by exchanging the prefix. */
    SshUrl alignedWith(String bindingPath) {
        boolean directory = bindingPath.isEmpty() || bindingPath.endsWith("/");
        String aligned = path;
        if (directory && !path.isEmpty() && !path.endsWith("/")) {
            aligned = path + "/";
        } else if (!directory && path.endsWith("/")) {
            aligned = path.substring(0, path.length() - 1);
        }
        return new SshUrl(user, host, aligned);
    }

    @Override
    public String toString() {
        return SCHEME + (user.isEmpty() ? "" : user + "@") + host.text(HostProtocol.SSH.port()) + "/" + path;
    }
}
