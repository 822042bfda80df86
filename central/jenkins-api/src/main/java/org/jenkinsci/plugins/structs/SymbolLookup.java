package org.jenkinsci.plugins.structs;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.Symbol;

/** Finds descriptors by the names that they have in Jenkinsfiles. */
public class SymbolLookup {
    private static final SymbolLookup INSTANCE = new SymbolLookup();

    public static SymbolLookup get() {
        return INSTANCE;
    }

    @SuppressWarnings("unchecked")
    public Descriptor findDescriptor(Class<?> type, String symbol) {
        for (Descriptor each : ExtensionList.lookup(Descriptor.class)) {
            if (type.isAssignableFrom(each.clazz)
                    && getSymbolValue(each.getClass()).contains(symbol)) {
                return each;
            }
        }
        return null;
    }

    public static Set<String> getSymbolValue(Class<?> c) {
        Symbol symbol = c.getAnnotation(Symbol.class);
        return symbol == null ? Set.of() : new LinkedHashSet<>(List.of(symbol.value()));
    }
}
