package org.jenkinsci.plugins.workflow.cps;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;

/** The Groovy that the snippet generator shows for a step. */
public class Snippetizer {
    public static String object2Groovy(Object o) throws UnsupportedOperationException {
        if (o instanceof Step step) {
            UninstantiatedDescribable d = step.getDescriptor().uninstantiate(step);
            String name = step.getDescriptor().getFunctionName();
            return d.getArguments().isEmpty() ? name + "()" : name + " " + named(d.getArguments());
        } else if (o instanceof String text) {
            String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
            return text.contains("\n") ? "'''" + escaped + "'''" : "'" + escaped + "'";
        } else if (o instanceof List<?> list) {
            return list.stream().map(Snippetizer::object2Groovy).collect(Collectors.joining(", ", "[", "]"));
        } else if (o == null || o instanceof Boolean || o instanceof Number) {
            return String.valueOf(o);
        }
        throw new UnsupportedOperationException("no Groovy for " + o.getClass());
    }

    private static String named(Map<String, ?> arguments) {
        return arguments.entrySet().stream()
                .map(e -> e.getKey() + ": " + object2Groovy(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
