package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Map;

/** A describable object as the arguments that would make it. */
public class UninstantiatedDescribable implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String symbol;
    private final String klass;
    private final Map<String, ?> arguments;

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public String getSymbol() {
        return symbol;
    }

    public String getKlass() {
        return klass;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }
}
