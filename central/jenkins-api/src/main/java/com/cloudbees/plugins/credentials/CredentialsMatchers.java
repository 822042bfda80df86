package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.UsernameCredentials;
import java.util.List;
import java.util.stream.Stream;

public class CredentialsMatchers {
    private CredentialsMatchers() {}

    public static CredentialsMatcher always() {
        return item -> true;
    }

    public static CredentialsMatcher never() {
        return item -> false;
    }

    public static CredentialsMatcher not(CredentialsMatcher matcher) {
        return item -> !matcher.matches(item);
    }

    public static CredentialsMatcher instanceOf(Class clazz) {
        return clazz::isInstance;
    }

    public static CredentialsMatcher withId(String id) {
        return item -> item instanceof IdCredentials c && id.equals(c.getId());
    }

    public static CredentialsMatcher withScope(CredentialsScope scope) {
        return item -> scope == item.getScope();
    }

    public static CredentialsMatcher withUsername(String username) {
        return item -> item instanceof UsernameCredentials c && username.equals(c.getUsername());
    }

    public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
        return item -> Stream.of(matchers).allMatch(each -> each.matches(item));
    }

    public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
        return item -> Stream.of(matchers).anyMatch(each -> each.matches(item));
    }

    public static CredentialsMatcher noneOf(CredentialsMatcher... matchers) {
        return not(anyOf(matchers));
    }

    public static CredentialsMatcher both(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        return allOf(matcher1, matcher2);
    }

    public static CredentialsMatcher either(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
        return anyOf(matcher1, matcher2);
    }

    public static <C extends Credentials> List<C> filter(List<C> credentials, CredentialsMatcher matcher) {
        return credentials.stream().filter(matcher::matches).toList();
    }

    public static <C extends Credentials> C firstOrNull(Iterable<C> credentials, CredentialsMatcher matcher) {
        return firstOrDefault(credentials, matcher, null);
    }

    public static <C extends Credentials> C firstOrDefault(
            Iterable<C> credentials, CredentialsMatcher matcher, C defaultIfNone) {
        for (C each : credentials) {
            if (matcher.matches(each)) {
                return each;
            }
        }
        return defaultIfNone;
    }
}
