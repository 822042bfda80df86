package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A netrc file for the go command. It knows hosts and no paths, so only logins for whole hosts are in it: a login that is
 * bound to a path must not go to the host's other paths. The user's own file follows, since NETRC takes its place.
 *
 * @see <a href="https://pkg.go.dev/cmd/go#hdr-GOAUTH_environment_variable">GOAUTH in cmd/go</a>
 */
final class Netrc {
    private final List<BoundHost> logins;
    private final List<String> notices;

    /** @param logins over HTTPS, with secrets */
    Netrc(List<BoundHost> logins, List<String> notices) {
        this.logins = logins;
        this.notices = notices;
    }

    /** The lines of ours; "" if there are none. */
    String lines() {
        StringBuilder text = new StringBuilder();
        for (BoundHost each : logins) {
            HostBinding binding = each.binding();
            Login login = (Login) each.secret().orElseThrow();
            if (!binding.path().isEmpty()) {
                continue;
            }
            if (!isWord(login.username()) || !isWord(login.password())) {
                notices.add("The credential " + Fields.quote(binding.credentialsId()) + " for " + binding.host()
                        + " is empty or has white space in its user name or password, which a netrc file cannot hold:"
                        + " go reads it through GOAUTH instead, which go before 1.24 and other programs do not");
                continue;
            }
            for (String name : names(binding)) {
                text.append("machine ").append(name).append(" login ").append(login.username());
                text.append(" password ").append(login.password()).append('\n');
            }
        }
        return text.toString();
    }

    /** The netrc file that the go command would read without us. */
    static Optional<String> ofUser(Machine machine) throws IOException, InterruptedException {
        String file = machine.environment("NETRC");
        if (!file.isEmpty()) {
            return machine.read(file);
        }
        String home = machine.environment(machine.isWindows() ? "USERPROFILE" : "HOME");
        if (home.isEmpty()) {
            return Optional.empty();
        }
        if (machine.isWindows()) {
            Optional<String> old = machine.read(home + "\\_netrc");
            return old.isPresent() ? old : machine.read(home + "\\.netrc");
        }
        return machine.read(home + "/.netrc");
    }

    /**
     * Go from 1.24 on looks up host and port as the URL has them, before that the name alone. The name alone stands for a
     * port of its own only as long as nothing else is bound on that host.
     */
    private Set<String> names(HostBinding binding) {
        HostPort host = binding.hostPort();
        List<String> names = new ArrayList<>(List.of(binding.host()));
        boolean alone = logins.stream()
                .map(each -> each.binding().hostPort())
                .allMatch(other -> !other.name().equals(host.name()) || other.port() == host.port());
        if (alone) {
            names.add(host.name());
            names.add(host.bareName());
        }
        return new LinkedHashSet<>(names);
    }

    /** The go command splits at white space, and knows no quotes. */
    private static boolean isWord(String value) {
        return !value.isEmpty()
                && value.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85);
    }
}
