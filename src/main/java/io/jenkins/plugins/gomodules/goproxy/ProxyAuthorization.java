package io.jenkins.plugins.gomodules.goproxy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What one proxy is shown, and what is said when it wants something else. A login in the proxy's own URL counts before
 * any other. A token goes as Bearer until the proxy asks for Basic, and as Basic from then on.
 */
final class ProxyAuthorization {
    private static final String MASK = "****";

    /** A shorter one is in half of all words. */
    private static final int SHORTEST_SECRET = 4;

    private final String display;
    private final String userInfo;
    private final String ofUserInfo;
    private final ProxyLogins logins;
    private volatile boolean tokensAreBasic;

    ProxyAuthorization(ProxyList.Entry entry, ProxyLogins logins) {
        this.display = entry.display();
        this.userInfo = entry.userInfo();
        this.ofUserInfo = userInfo.isEmpty() ? "" : basic(userInfo);
        this.logins = logins;
    }

    /**
     * The value of the Authorization field for a URL of the proxy, or {@code ""}.
     *
     * @throws FetchException when the login in GOPROXY would be shown to the network
     */
    String header(URI uri) throws FetchException {
        if (!userInfo.isEmpty()) {
            requireConfidential(uri);
            return ofUserInfo;
        }
        Optional<ProxyLogin> login = logins.find(uri);
        return login.isPresent() ? header(login.get()) : "";
    }

    private void requireConfidential(URI uri) throws FetchException {
        if (!ProxyLogins.isConfidential(uri)) {
            throw new FetchException(
                    FetchCause.INSECURE_LOGIN,
                    display,
                    0,
                    0,
                    display
                            + " is not asked: GOPROXY has a login for it, which would go over http unencrypted. Use https",
                    null);
        }
    }

    private String header(ProxyLogin login) {
        return isBearer(login) ? "Bearer " + login.password() : basic(login.username() + ":" + login.password());
    }

    /** RFC 6750, section 2.1: a token with other characters has no place in that field. */
    private boolean isBearer(ProxyLogin login) {
        return login.token() && !tokensAreBasic && login.password().chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** After an answer to a request with that header: whether the same request has another header now. */
    boolean adapted(String sent, HttpStatusException answer) {
        if (answer.status() != 401 || !answer.wantsBasic() || !sent.startsWith("Bearer ")) {
            return false;
        }
        tokensAreBasic = true;
        return true;
    }

    /** Why it was refused; only the login itself can tell a missing one from a wrong one. */
    FetchCause cause(HttpStatusException answer, URI uri) {
        FetchCause cause = FetchCause.ofStatus(answer.status());
        boolean wrong = cause == FetchCause.AUTH_REQUIRED && answer.elsewhere().isEmpty() && hasLogin(uri);
        return wrong ? FetchCause.AUTH_DENIED : cause;
    }

    private boolean hasLogin(URI uri) {
        return !userInfo.isEmpty() || logins.find(uri).isPresent();
    }

    /** What an answer says and, where it is about logins, what to do: one or more sentences without the last full stop. */
    String explain(HttpStatusException answer, URI uri) {
        String said = withoutSecrets(answer.getMessage());
        FetchCause cause = FetchCause.ofStatus(answer.status());
        if (cause != FetchCause.AUTH_REQUIRED && cause != FetchCause.AUTH_DENIED) {
            return display + " " + said;
        }
        if (!answer.elsewhere().isEmpty()) {
            return display + " leads to " + answer.elsewhere() + ", which " + said
                    + ". Logins do not follow to another host; if that is where the modules are, name it in GOPROXY";
        }
        boolean required = cause == FetchCause.AUTH_REQUIRED;
        if (hasLogin(uri)) {
            return display + " " + said
                    + (required ? ". It did not accept " + login(uri) : ". " + capital(login(uri)) + " has no right to")
                    + (required ? "" : " this module, or its rules forbid it");
        }
        return display + " " + said + ". It " + (required ? "wants" : "forbids this, or wants") + " a login"
                + (logins.isHeldBack(uri)
                        ? ", and the one for this host is not sent over plain http: use https"
                        : ": " + howToGiveOne(uri));
    }

    private String login(URI uri) {
        Optional<ProxyLogin> login = userInfo.isEmpty() ? logins.find(uri) : Optional.empty();
        if (login.isEmpty()) {
            return "the login in GOPROXY";
        }
        return logins.isFromNetrc(login.get())
                ? "the login that the netrc file has for " + login.get().place()
                : "the login bound to " + login.get().place();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String howToGiveOne(URI uri) {
        String host = uri.getRawAuthority();
        String binding = "goModPrefetch(hosts: [goHost(host: '" + host + "', credentialsId: '…')])";
        String netrc = "https".equals(uri.getScheme())
                ? "; without Jenkins, have in the netrc file \"machine " + host + " login … password …\""
                : "";
        return "bind a credential to " + host + ", " + binding + netrc;
    }

    /** A server may repeat what it was sent, and an error page of a gateway often does; a login is not shown even then. */
    String withoutSecrets(String text) {
        String shown = text;
        for (String secret : secrets()) {
            if (secret.length() >= SHORTEST_SECRET) {
                shown = mask(shown, secret);
            }
        }
        return shown;
    }

    private List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        if (!userInfo.isEmpty()) {
            addForms(secrets, userInfo, userInfo.substring(userInfo.indexOf(':') + 1));
        }
        for (ProxyLogin login : logins.all()) {
            addForms(secrets, login.username() + ":" + login.password(), login.password());
        }
        return secrets;
    }

    /** The longest first: the others are in it. */
    private static void addForms(List<String> secrets, String login, String password) {
        secrets.add(basic(login).substring("Basic ".length()));
        secrets.add(login);
        secrets.add(password);
    }

    /** What a server says is cut at some length, perhaps in the middle of the secret. */
    private static String mask(String text, String secret) {
        String shown = text.replace(secret, MASK);
        for (int length = Math.min(secret.length() - 1, shown.length()); length >= SHORTEST_SECRET; length--) {
            if (shown.endsWith(secret.substring(0, length))) {
                return shown.substring(0, shown.length() - length) + MASK;
            }
        }
        return shown;
    }
}
