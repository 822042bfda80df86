package io.jenkins.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.HostnameSpecification;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.access.AccessDeniedException;

/** Credentials are found by those who may have them. */
class CredentialsTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static void add(Credentials... all) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().addAll(List.of(all));
        SystemCredentialsProvider.getInstance().save();
    }

    private static Credentials login(CredentialsScope scope, String id) throws Exception {
        return new UsernamePasswordCredentialsImpl(scope, id, "a login", "gopher", "xyzzy");
    }

    private static WorkflowRun build(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition("", true));
        return r.buildAndAssertSuccess(job);
    }

    @WithJenkins
    @Test
    void byIdAndKind(JenkinsRule r) throws Exception {
        add(login(CredentialsScope.GLOBAL, "login"), login(CredentialsScope.SYSTEM, "system"));
        WorkflowRun b = build(r);
        StandardUsernamePasswordCredentials found =
                CredentialsProvider.findCredentialById("login", StandardUsernamePasswordCredentials.class, b);
        assertEquals("xyzzy", found.getPassword().getPlainText());
        assertEquals("Username with password", found.getDescriptor().getDisplayName());
        assertNull(CredentialsProvider.findCredentialById("login", StringCredentials.class, b));
        assertNull(CredentialsProvider.findCredentialById("system", StandardCredentials.class, b));
        assertNull(CredentialsProvider.findCredentialById("none", StandardCredentials.class, b));
        assertNull(CredentialsProvider.getFingerprintOf(found));
        CredentialsProvider.track(b, found);
        assertTrue(CredentialsProvider.getFingerprintOf(found).getRangeSet("p").includes(1));
    }

    @WithJenkins
    @Test
    void byHost(JenkinsRule r) throws Exception {
        CredentialsProvider.lookupStores(r.jenkins)
                .iterator()
                .next()
                .addDomain(
                        new Domain("d", null, List.of(new HostnameSpecification("*.corp.example", null))),
                        login(CredentialsScope.GLOBAL, "login"));
        WorkflowRun b = build(r);
        for (String host : List.of("git.corp.example", "git.example")) {
            StandardCredentials found = CredentialsProvider.findCredentialById(
                    "login",
                    StandardCredentials.class,
                    b,
                    URIRequirementBuilder.fromUri("https://" + host).build());
            assertEquals(host.contains("corp"), found != null, host);
        }
    }

    @Test
    void onDiskInEncryptedForm() throws Throwable {
        sessions.then(r -> add(
                login(CredentialsScope.GLOBAL, "login"),
                new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString("xyzzy")),
                new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        "key",
                        "git",
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource("the xyzzy key"),
                        "xyzzy",
                        "")));
        sessions.then(r -> {
            WorkflowRun b = build(r);
            SSHUserPrivateKey key = CredentialsProvider.findCredentialById("key", SSHUserPrivateKey.class, b);
            assertEquals(List.of("the xyzzy key\n"), key.getPrivateKeys());
            assertEquals("xyzzy", key.getPassphrase().getPlainText());
            StringCredentials token = CredentialsProvider.findCredentialById("token", StringCredentials.class, b);
            assertEquals("xyzzy", token.getSecret().getPlainText());
            assertTrue(token.getSecret().getEncryptedValue().matches("\\{AQAA[A-Za-z0-9+/]+=*}"));
        });
        try (Stream<Path> files = Files.walk(sessions.getHome().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), "ISO-8859-1").contains("xyzzy"), file.toString());
            }
        }
    }

    @WithJenkins
    @Test
    void aDropDown(JenkinsRule r) throws Exception {
        add(login(CredentialsScope.GLOBAL, "login"));
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        StandardListBoxModel items = new StandardListBoxModel();
        items.includeEmptyValue()
                .includeAs(ACL.SYSTEM2, job, StandardUsernamePasswordCredentials.class)
                .includeCurrentValue("gone");
        assertEquals("[- none -=, - current -=gone, gopher/****** (a login)=login]", items.toString());
    }

    @WithJenkins
    @Test
    void permissions(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Item.CONFIGURE)
                .onItems(job)
                .to("owner"));
        try (ACLContext as = ACL.as(User.getById("owner", true))) {
            assertNotNull(as);
            assertTrue(job.hasPermission(CredentialsProvider.USE_ITEM));
            assertFalse(r.jenkins.hasPermission(Jenkins.ADMINISTER));
            AccessDeniedException x =
                    assertThrows(AccessDeniedException.class, () -> r.jenkins.checkPermission(Jenkins.ADMINISTER));
            assertTrue(x.getMessage().startsWith("owner is missing the "), x.getMessage());
        }
        try (ACLContext as = ACL.as(User.getById("admin", true))) {
            assertNotNull(as);
            assertTrue(job.hasPermission(Item.CONFIGURE));
        }
        assertTrue(r.jenkins.hasPermission(Jenkins.ADMINISTER));
    }
}
