package io.jenkins.plugins.gomodules.jenkins.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who sees which credentials in the form's drop-down. */
@WithJenkins
class GoHostFormTest {
    private static final Set<String> ALL = Set.of("", "chosen", "git-login");
    private static final Set<String> CHOSEN_ALONE = Set.of("chosen");

    private WorkflowJob job;

    private void addCredential(JenkinsRule r) throws Exception {
        job = r.createProject(WorkflowJob.class, "p");
        CredentialsProvider.lookupStores(r.jenkins)
                .iterator()
                .next()
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "git-login", "", "bot", "xyzzy"));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("owner", "reader")
                .grant(Item.READ, Item.CONFIGURE)
                .onItems(job)
                .to("owner")
                .grant(Item.READ)
                .onItems(job)
                .to("reader"));
    }

    private static Set<String> seen(JenkinsRule r, String user, Item where) {
        GoHost.DescriptorImpl descriptor = r.jenkins.getDescriptorByType(GoHost.DescriptorImpl.class);
        try (ACLContext as = ACL.as(User.getById(user, true))) {
            assertNotNull(as);
            return descriptor.doFillCredentialsIdItems(where, "chosen").stream()
                    .map(option -> option.value)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void whoMayConfigureTheJobChoosesFromAll(JenkinsRule r) throws Exception {
        addCredential(r);
        assertEquals(ALL, seen(r, "admin", job));
        assertEquals(ALL, seen(r, "owner", job));
    }

    @Test
    void whoMayReadTheJobSeesWhatIsChosenAlready(JenkinsRule r) throws Exception {
        addCredential(r);
        assertEquals(CHOSEN_ALONE, seen(r, "reader", job));
    }

    @Test
    void outsideOfJobsAdministratorsAloneSeeAny(JenkinsRule r) throws Exception {
        addCredential(r);
        assertEquals(ALL, seen(r, "admin", null));
        assertEquals(CHOSEN_ALONE, seen(r, "owner", null));
    }
}
