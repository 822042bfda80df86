package org.jvnet.hudson.test;

import hudson.model.AbstractItem;
import hudson.model.Item;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Permissions as a test grants them: for everything or for some items. */
public class MockAuthorizationStrategy extends AuthorizationStrategy {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** Where: by the full name of an item, which is empty for Jenkins itself. */
    private record Rule(List<Permission> permissions, Predicate<String> where, List<String> users) {
        boolean grants(String user, String path, Permission permission) {
            if (!where.test(path) || users != null && !users.contains(user)) {
                return false;
            }
            for (Permission p = permission; p != null; p = p.impliedBy) {
                if (permissions.contains(p)) {
                    return true;
                }
            }
            return false;
        }
    }

    public Grant grant(Permission... permissions) {
        return new Grant(List.of(permissions));
    }

    /** What is granted. */
    public final class Grant {
        private final List<Permission> permissions;

        Grant(List<Permission> permissions) {
            this.permissions = permissions;
        }

        public GrantOn everywhere() {
            return new GrantOn(path -> true);
        }

        public GrantOn onRoot() {
            return new GrantOn(String::isEmpty);
        }

        public GrantOn onItems(Item... items) {
            List<String> names = List.of(items).stream().map(Item::getFullName).toList();
            return new GrantOn(names::contains);
        }

        /** What is granted, and where. */
        public final class GrantOn {
            private final Predicate<String> where;

            GrantOn(Predicate<String> where) {
                this.where = where;
            }

            public MockAuthorizationStrategy to(String... sids) {
                rules.add(new Rule(permissions, where, List.of(sids)));
                return MockAuthorizationStrategy.this;
            }

            public MockAuthorizationStrategy toEveryone() {
                rules.add(new Rule(permissions, where, null));
                return MockAuthorizationStrategy.this;
            }
        }
    }

    private ACL acl(String path) {
        return ACL.lambda2((a, p) -> rules.stream().anyMatch(rule -> rule.grants(a.getName(), path, p)));
    }

    @Override
    public ACL getRootACL() {
        return acl("");
    }

    @Override
    public ACL getACL(AbstractItem item) {
        return acl(item.getFullName());
    }

    @Override
    public ACL getACL(Job<?, ?> project) {
        return acl(project.getFullName());
    }
}
