package org.jvnet.hudson.test.junit.jupiter;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jvnet.hudson.test.JenkinsRule;

class JenkinsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(JenkinsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JenkinsRule.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        JenkinsRule rule = context.getStore(NAMESPACE).get("rule", JenkinsRule.class);
        if (rule == null) {
            rule = new JenkinsRule();
            try {
                rule.before();
            } catch (Throwable x) {
                throw new ParameterResolutionException("Jenkins does not start", x);
            }
            context.getStore(NAMESPACE).put("rule", rule);
        }
        return rule;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        JenkinsRule rule = context.getStore(NAMESPACE).remove("rule", JenkinsRule.class);
        if (rule != null) {
            rule.after();
        }
    }
}
