package org.jenkinsci.plugins.workflow.cps;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.Step;

/** The Groovy that the snippet generator shows for a step. */
public class Snippetizer {
    public static String object2Groovy(Object o) throws UnsupportedOperationException {
        return object2Groovy(o, false);
    }

    private static String object2Groovy(Object o, boolean nested) {
        if (o instanceof Step step) {
            UninstantiatedDescribable d = step.getDescriptor().uninstantiate(step);
            d.setSymbol(step.getDescriptor().getFunctionName());
            return functionCall(d, step.getDescriptor().takesImplicitBlockArgument(), nested);
        } else if (o instanceof UninstantiatedDescribable d) {
            return d.getSymbol() == null ? "[" + named(d.getArguments()) + "]" : functionCall(d, false, nested);
        } else if (o instanceof String text) {
            String escaped = text.replace("\\", "\\\\").replace("'", "\\'");
            return text.contains("\n") ? "'''" + escaped + "'''" : "'" + escaped + "'";
        } else if (o instanceof List<?> list) {
            return list.stream().map(each -> object2Groovy(each, true)).collect(Collectors.joining(", ", "[", "]"));
        } else if (o == null || o instanceof Boolean || o instanceof Number) {
            return String.valueOf(o);
        }
        throw new UnsupportedOperationException("no Groovy for " + o.getClass());
    }

    private static String functionCall(UninstantiatedDescribable d, boolean block, boolean nested) {
        Map<String, ?> arguments = d.getArguments();
        Object first =
                arguments.isEmpty() ? null : arguments.values().iterator().next();
        boolean parenthesis = block ^ arguments.isEmpty()
                || arguments.size() == 1 && (first instanceof List || first instanceof Map)
                || nested;
        String inner = d.hasSoleRequiredArgument() ? object2Groovy(first, true) : named(arguments);
        return d.getSymbol()
                + (parenthesis ? "(" + inner + ")" : " " + inner)
                + (block ? (arguments.isEmpty() ? "" : " ") + "{\n    // some block\n}" : "");
    }

    private static String named(Map<String, ?> arguments) {
        return arguments.entrySet().stream()
                .map(e -> e.getKey() + ": " + object2Groovy(e.getValue(), true))
                .collect(Collectors.joining(", "));
    }
}
