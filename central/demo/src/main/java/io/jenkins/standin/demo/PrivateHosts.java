package io.jenkins.standin.demo;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.HttpsGitServer;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.SshKeys;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import io.jenkins.plugins.gomodules.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The company's two Git hosts, with the modules of {@code examples/private-modules}: git.corp.example over SSH, for whoever
 * has the deploy key, and code.corp.example over HTTPS, for whoever has the password. Keys, password and certificate are
 * made at each start.
 *
 * <p>Both are on loopback. The name of the second one leads there through an HTTP proxy that the agent's environment
 * names; Git finds the first one by {@code sshUrl}.
 */
final class PrivateHosts implements AutoCloseable {
    private static final List<String> TOOLS =
            List.of("git", "ssh", "ssh-agent", "ssh-add", "ssh-keygen", "ssh-keyscan");
    private static final String SSH_HOST = "git.corp.example";
    private static final String HTTPS_HOST = "code.corp.example";
    private static final String USER = "build-robot";

    private final SshKeys deployKey;
    private final String password = "pw-" + UUID.randomUUID();
    private final TestCertificate certificate;
    private final SshGitHost ssh;
    private final HttpsGitServer https;
    private final LoopbackForwardProxy proxy;

    /** @param dir for repositories and keys; nobody else's */
    PrivateHosts(Path modules, Path dir) throws IOException, InterruptedException {
        GitRepositories onSsh = GitRepositories.inOrSkip(dir.resolve("ssh"));
        ExampleModules.commit(modules, SSH_HOST, onSsh);
        GitRepositories onHttps = GitRepositories.inOrSkip(dir.resolve("https"));
        ExampleModules.commit(modules, HTTPS_HOST, onHttps);
        deployKey = SshKeys.create("ecdsa", SshKeys.Format.OPENSSH, "");
        certificate = TestCertificate.create(dir, HTTPS_HOST);
        ssh = new SshGitHost(onSsh.root(), deployKey);
        https = HttpsGitServer.start("127.0.0.1", certificate, onHttps.root()).requireLogin("", USER, password);
        proxy = LoopbackForwardProxy.start().map(HTTPS_HOST + ":443", https);
    }

    /** What these hosts and their clients need, and is not on this machine. */
    static List<String> missingTools() {
        return TOOLS.stream().filter(tool -> Tools.find(tool).isEmpty()).toList();
    }

    /** What an agent has that is to reach them; of the user's own Git configuration it has nothing. */
    Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(certificate.environment());
        variables.put("HTTPS_PROXY", proxy.url());
        variables.put("https_proxy", proxy.url());
        variables.put("NO_PROXY", "127.0.0.1");
        variables.put("no_proxy", "127.0.0.1");
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
        variables.put("CORP_GIT_SSH", ssh.url());
        variables.put("CORP_GIT_HOST_KEY", ssh.publicKey());
        return variables;
    }

    /** What nobody may ever read in a console: the password, as it is and as it travels, and each line of the key. */
    List<String> secrets() {
        String login = USER + ":" + password;
        return Stream.concat(
                        Stream.of(password, Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))),
                        deployKey.privateKey().lines().filter(line -> !line.startsWith("-----")))
                .toList();
    }

    /** Adds the deploy key and the login to Jenkins' own credentials. */
    void addCredentials() throws IOException {
        CredentialsStore store =
                CredentialsProvider.lookupStores(Jenkins.get()).iterator().next();
        store.addCredentials(
                Domain.global(),
                new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        "deploy-key",
                        "git",
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(deployKey.privateKey()),
                        null,
                        "Deploy key of git.corp.example"));
        store.addCredentials(Domain.global(), login());
    }

    private Credentials login() throws IOException {
        try {
            return new UsernamePasswordCredentialsImpl(
                    CredentialsScope.GLOBAL, "code-login", "Login of code.corp.example", USER, password);
        } catch (Descriptor.FormException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        https.close();
        ssh.close();
    }
}
