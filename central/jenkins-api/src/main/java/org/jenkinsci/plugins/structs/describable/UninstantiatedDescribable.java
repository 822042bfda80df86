package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/** A describable object as the arguments that would make it. */
public class UninstantiatedDescribable implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The key of the only argument if it has been given without a name. */
    public static final String ANONYMOUS_KEY = "<anonymous>";

    private String symbol;
    private final String klass;
    private final Map<String, ?> arguments;
    private DescribableModel model;

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getKlass() {
        return klass;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }

    public DescribableModel getModel() {
        return model;
    }

    public void setModel(DescribableModel model) {
        this.model = model;
    }

    public boolean hasSoleRequiredArgument() {
        if (arguments.size() != 1 || arguments.containsKey(ANONYMOUS_KEY)) {
            return arguments.containsKey(ANONYMOUS_KEY);
        }
        DescribableParameter sole = model == null ? null : model.getSoleRequiredParameter();
        return sole != null && arguments.containsKey(sole.getName());
    }

    public <T> T instantiate(Class<T> base, TaskListener listener) throws Exception {
        return base.cast(
                new DescribableModel<>(DescribableModel.resolveClass(base, symbol)).instantiate(arguments, listener));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof UninstantiatedDescribable other
                && Objects.equals(symbol, other.symbol)
                && Objects.equals(klass, other.klass)
                && arguments.equals(other.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, klass, arguments);
    }

    @Override
    public String toString() {
        return (symbol == null ? "$" + klass : "@" + symbol) + arguments;
    }
}
