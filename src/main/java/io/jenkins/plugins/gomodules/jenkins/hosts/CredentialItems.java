package io.jenkins.plugins.gomodules.jenkins.hosts;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** What drop-downs of credentials offer: to those alone who may choose one there; to others, what is chosen already. */
public final class CredentialItems {
    private CredentialItems() {}

    /** Whatever a host may be bound to. */
    public static ListBoxModel forHosts(Item item, String current) {
        return of(item, current, CredentialKind.MATCHER);
    }

    /** What proxies can be given: they speak HTTP, so no keys. */
    public static ListBoxModel forProxies(Item item, String current) {
        return of(item, current, CredentialKind.LOGIN_MATCHER);
    }

    private static ListBoxModel of(Item item, String current, CredentialsMatcher matcher) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (!mayChoose(item)) {
            return items.includeCurrentValue(current);
        }
        items.includeEmptyValue();
        if (item == null) {
            items.includeMatchingAs(ACL.SYSTEM2, Jenkins.get(), StandardCredentials.class, List.of(), matcher);
        } else {
            Authentication user = item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
            items.includeMatchingAs(user, item, StandardCredentials.class, List.of(), matcher);
        }
        return items.includeCurrentValue(current);
    }

    private static boolean mayChoose(Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }
}
