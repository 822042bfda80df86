package io.jenkins.plugins.gomodules.jenkins.steps;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.Secret;
import io.jenkins.plugins.gomodules.testing.GitRepositories;
import io.jenkins.plugins.gomodules.testing.HostileHost;
import io.jenkins.plugins.gomodules.testing.HttpsGitServer;
import io.jenkins.plugins.gomodules.testing.LoopbackForwardProxy;
import io.jenkins.plugins.gomodules.testing.SshGitServer;
import io.jenkins.plugins.gomodules.testing.SshKeys;
import io.jenkins.plugins.gomodules.testing.TestCertificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * Two hosts of private modules, one over SSH and one over HTTPS, each with a credential of its own; and a third that asks
 * whoever comes for everything, and writes down what it gets.
 *
 * <p>{@link #LIB} is on the first; {@link #APP} is on the second and requires the other. The names of the hosts lead to
 * loopback through an HTTP proxy and the rewriting of URLs.
 */
final class PrivateHosts implements AutoCloseable {
    static final String LIB = "ssh.corp.example/team/lib.git";
    static final String APP = "git.corp.example/team/app.git";

    /** In a directory of the repository of {@link #APP}: where a part of it has moved. */
    static final String SUB = "git.corp.example/team/app.git/sub";

    static final String STRANGER = "hostile.example/team/any.git";

    /** Ids of credentials. */
    static final String KEY = "deploy-key";

    static final String LOGIN = "git-login";
    static final String TOKEN = "git-token";

    static final String USER = "builder";
    static final String PASSWORD = "Pa55-word/with+every&thing";

    final SshKeys key;
    final SshGitServer ssh;
    final HttpsGitServer https;
    final HostileHost hostile;
    final SshGitServer hostileSsh;
    private final LoopbackForwardProxy proxy;
    private final TestCertificate certificate;

    private PrivateHosts(Path dir, SshKeys key) throws Exception {
        this.key = key;
        certificate = TestCertificate.create(dir, "127.0.0.3", "127.0.0.4", "git.corp.example", "hostile.example");
        GitRepositories onSsh = GitRepositories.inOrSkip(dir.resolve("ssh"));
        onSsh.module(LIB, "v1.0.0", "go 1.21\n");
        GitRepositories onHttps = GitRepositories.inOrSkip(dir.resolve("https"));
        onHttps.module(APP, "v1.0.0", "go 1.21\n\nrequire " + LIB + " v1.0.0\n");
        onHttps.commit(
                "team/app",
                "sub/v1.1.0",
                Map.of("sub/go.mod", "module " + SUB + "\n\ngo 1.21\n", "sub/sub.go", "package sub\n"));
        ssh = SshGitServer.startOrSkip("127.0.0.2", onSsh.root()).authorize(key);
        https = HttpsGitServer.start("127.0.0.3", certificate, onHttps.root()).requireLogin("", USER, PASSWORD);
        hostile = HostileHost.start("127.0.0.4", certificate);
        hostileSsh = SshGitServer.startHostile("127.0.0.5");
        proxy = LoopbackForwardProxy.start().map("git.corp.example:443", https).map("hostile.example:443", hostile);
    }

    /** Without Git and an SSH server on this machine, the test is skipped and says so. */
    static PrivateHosts startOrSkip(Path dir) throws Exception {
        return new PrivateHosts(dir, SshKeys.ed25519());
    }

    /** One whose key has a passphrase. */
    static PrivateHosts startOrSkip(Path dir, String passphrase) throws Exception {
        return new PrivateHosts(dir, SshKeys.create("ed25519", SshKeys.Format.OPENSSH, passphrase));
    }

    /** What must never show: the password, and each line of the key. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD));
        key.privateKey().lines().filter(line -> !line.startsWith("-----")).forEach(secrets::add);
        return secrets;
    }

    void addCredentials() throws Exception {
        add(key(KEY, key.privateKey(), null));
        add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, LOGIN, "", USER, PASSWORD));
    }

    static Credentials key(String id, String privateKey, String passphrase) {
        return new BasicSSHUserPrivateKey(
                CredentialsScope.GLOBAL,
                id,
                System.getProperty("user.name"),
                new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(privateKey),
                passphrase,
                "");
    }

    static Credentials token(String id, String token) {
        return new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString(token));
    }

    static void add(Credentials credentials) throws Exception {
        CredentialsProvider.lookupStores(jenkins.model.Jenkins.get())
                .iterator()
                .next()
                .addCredentials(Domain.global(), credentials);
    }

    /** The binding of the host over SSH, for a Jenkinsfile. */
    String sshHost() {
        return sshHost(ssh.knownHostsLine());
    }

    String sshHost(String knownHosts) {
        return "goHost(host: 'ssh.corp.example', credentialsId: '" + KEY + "', sshUrl: '" + ssh.sshUrl("")
                + "', knownHosts: '" + knownHosts + "')";
    }

    /** The binding of the host over HTTPS, for a Jenkinsfile. */
    static String httpsHost() {
        return "goHost(host: 'git.corp.example', credentialsId: '" + LOGIN + "')";
    }

    /** Both bindings. */
    String hosts() {
        return "hosts: [" + sshHost() + ", " + httpsHost() + "]";
    }

    /** What leads Git and the go command to these hosts, with nothing of this machine's own settings. */
    Map<String, String> environment(Path home) {
        Map<String, String> variables = new TreeMap<>(certificate.environment());
        variables.put("HOME", home.toString());
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("HTTPS_PROXY", proxy.url());
        variables.put("https_proxy", proxy.url());
        variables.put("GOENV", "off");
        variables.put("GOPROXY", "off");
        variables.put("GOPRIVATE", "*.corp.example,hostile.example");
        variables.put("GOFLAGS", "-modcacherw");
        variables.put("GOTOOLCHAIN", "local");
        variables.put("GOMODCACHE", modCache(home).toString());
        return variables;
    }

    /** A job that runs these statements on a node, with that environment. */
    WorkflowJob job(JenkinsRule r, Path home, String label, String statements) throws Exception {
        String variables = environment(home).entrySet().stream()
                .map(variable -> "'" + variable.getKey() + "=" + variable.getValue() + "'")
                .collect(Collectors.joining(", "));
        WorkflowJob job =
                r.createProject(WorkflowJob.class, "p" + r.jenkins.getItems().size());
        job.setDefinition(new CpsFlowDefinition(
                "node('" + label + "') {\nwithEnv([" + variables + "]) {\n" + statements + "\n}\n}\n", true));
        return job;
    }

    /** The module cache of the jobs with that home directory. */
    static Path modCache(Path home) {
        return home.resolve("cache");
    }

    @Override
    public void close() {
        proxy.close();
        hostileSsh.close();
        hostile.close();
        https.close();
        ssh.close();
    }
}
