package io.jenkins.plugins.gomodules.jenkins.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.util.FormValidation;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who sees and may do what in the forms. */
@WithJenkins
class ConfigPermissionsTest {
    private static final Set<String> ALL = Set.of("", "chosen", "proxy-login");
    private static final Set<String> CHOSEN_ALONE = Set.of("chosen");

    private Folder folder;
    private WorkflowJob job;

    private void secure(JenkinsRule r) throws Exception {
        folder = r.createProject(Folder.class, "team");
        job = folder.createProject(WorkflowJob.class, "app");
        CredentialsProvider.lookupStores(r.jenkins)
                .iterator()
                .next()
                .addCredentials(
                        Domain.global(),
                        new UsernamePasswordCredentialsImpl(
                                CredentialsScope.GLOBAL, "proxy-login", "", "bot", "xyzzy"));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Jenkins.MANAGE, Item.READ)
                .everywhere()
                .to("manager")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("owner", "looker", "user", "reader")
                .grant(Item.CONFIGURE)
                .onItems(folder, job)
                .to("owner")
                .grant(Item.EXTENDED_READ)
                .onItems(folder, job)
                .to("looker")
                .grant(CredentialsProvider.USE_ITEM)
                .onItems(folder, job)
                .to("user"));
    }

    private static <T> T as(String user, Callable<T> action) throws Exception {
        try (ACLContext as = ACL.as(User.getById(user, true))) {
            assertNotNull(as);
            return action.call();
        }
    }

    private static Set<String> seen(String user, Item where) throws Exception {
        GoProxy.DescriptorImpl form = Jenkins.get().getDescriptorByType(GoProxy.DescriptorImpl.class);
        return as(
                user,
                () -> form.doFillCredentialsIdItems(where, "chosen").stream()
                        .map(option -> option.value)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void globallyAdministratorsAloneChooseFromCredentials(JenkinsRule r) throws Exception {
        secure(r);
        assertEquals(ALL, seen("admin", null));
        for (String other : new String[] {"manager", "owner", "looker", "user", "reader"}) {
            assertEquals(CHOSEN_ALONE, seen(other, null), other);
        }
    }

    @Test
    void inFoldersAndJobsThoseWhoMayConfigureOrUseThem(JenkinsRule r) throws Exception {
        secure(r);
        for (Item where : new Item[] {folder, job}) {
            for (String entitled : new String[] {"admin", "owner", "looker", "user"}) {
                assertEquals(ALL, seen(entitled, where), entitled + " in " + where.getFullName());
            }
            for (String other : new String[] {"manager", "reader"}) {
                assertEquals(CHOSEN_ALONE, seen(other, where), other + " in " + where.getFullName());
            }
        }
    }

    @Test
    void thePageIsForAdministrators(JenkinsRule r) throws Exception {
        secure(r);
        assertEquals(Jenkins.ADMINISTER, GoModulesConfiguration.get().getRequiredGlobalConfigPagePermission());
    }

    @Test
    void administratorsAloneTryRules(JenkinsRule r) throws Exception {
        secure(r);
        OwnRule.DescriptorImpl form = r.jenkins.getDescriptorByType(OwnRule.DescriptorImpl.class);
        Callable<FormValidation> attempt =
                () -> form.doTryOn("vpn-down", "timeout via vpn", "The VPN is down", "fine\nI/O timeout via vpn\n");
        for (String other : new String[] {"manager", "owner", "reader"}) {
            assertThrows(AccessDeniedException3.class, () -> as(other, attempt), other);
        }
        FormValidation found = as("admin", attempt);
        assertEquals(FormValidation.Kind.OK, found.kind);
        assertEquals("Found in line 2: I/O timeout via vpn", found.getMessage());
    }

    @Test
    void aRuleThatFindsNothingOrCannotBeUsedSaysSo(JenkinsRule r) {
        OwnRule.DescriptorImpl form = r.jenkins.getDescriptorByType(OwnRule.DescriptorImpl.class);
        assertEquals(FormValidation.Kind.WARNING, form.doTryOn("vpn-down", "via vpn", "The VPN", "all is well").kind);
        assertEquals(FormValidation.Kind.ERROR, form.doTryOn("vpn-down", "via vpn", "The VPN", " ").kind);
        assertEquals(FormValidation.Kind.ERROR, form.doTryOn("vpn-down", "(", "The VPN", "all is well").kind);
        assertEquals(FormValidation.Kind.ERROR, form.doTryOn("VPN down", "via vpn", "The VPN", "all is well").kind);
    }
}
