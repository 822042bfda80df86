package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The logins in the three forms in which they are read: by Git's helper, by the go command's GOAUTH, as a netrc file. */
final class LoginFiles {
    private LoginFiles() {}

    /**
     * Configuration of Git with a helper for each URL. The empty helper before it takes away those that would apply too,
     * so that no other program is asked, nor told the secret to keep. Shorter URLs first: of those that fit Git follows
     * the order, and lets a shorter one that comes later be.
     *
     * @param logins over HTTPS, with secrets
     */
    static String helpers(List<BoundHost> logins, OwnFiles files) throws IOException, InterruptedException {
        GitConfigText text = new GitConfigText();
        for (BoundHost each : logins) {
            HostBinding binding = each.binding();
            Login login = (Login) each.secret().orElseThrow();
            String file = files.write("username=" + login.username() + "\npassword=" + login.password() + "\n");
            String helper = "!f() { test \"$1\" != get || cat " + ShellWord.quote(file) + "; }; f";
            String url = "https://" + binding.host();
            text.section("credential", url).set("useHttpPath", "true");
            for (String path : spellings(binding.path())) {
                text.section("credential", url + "/" + path).set("helper", "").set("helper", helper);
            }
        }
        return text.toString();
    }

    /**
     * What {@code go help goauth} calls a response: prefixes of URLs, and the header for them.
     *
     * @param logins over HTTPS, with secrets
     */
    static String goAuth(List<BoundHost> logins) {
        StringBuilder text = new StringBuilder();
        for (BoundHost each : logins) {
            Login login = (Login) each.secret().orElseThrow();
            String path = each.binding().path();
            for (String spelling : spellings(path)) {
                text.append("https://")
                        .append(each.binding().host())
                        .append('/')
                        .append(spelling)
                        .append('\n');
            }
            if (!path.isEmpty() && !path.endsWith("/")) {
                // The go command cuts prefixes at slashes only, so the query belongs to the last component.
                text.append("https://")
                        .append(each.binding().host())
                        .append('/')
                        .append(path)
                        .append("?go-get=1\n");
            }
            byte[] pair = (login.username() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            text.append("\nAuthorization: Basic ")
                    .append(Base64.getEncoder().encodeToString(pair))
                    .append("\n\n");
        }
        return text.toString();
    }

    /** A repository is also called with {@code .git}. */
    private static List<String> spellings(String path) {
        return path.isEmpty() || path.endsWith("/") ? List.of(path) : List.of(path, path + ".git");
    }
}
