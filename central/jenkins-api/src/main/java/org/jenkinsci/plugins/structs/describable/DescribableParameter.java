package org.jenkinsci.plugins.structs.describable;

import hudson.model.Describable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** One data-bound parameter: of the constructor (required), or a setter (optional). */
public final class DescribableParameter {
    private final Class<?> owner;
    private final String name;
    private final Type type;
    final Method setter;

    DescribableParameter(Class<?> owner, String name, Type type, Method setter) {
        this.owner = owner;
        this.name = name;
        this.type = type;
        this.setter = setter;
    }

    public String getName() {
        return name;
    }

    public Type getRawType() {
        return type;
    }

    public boolean isRequired() {
        return setter == null;
    }

    /** Describable objects as their arguments. */
    private static Object uncoerce(Object o) {
        if (o instanceof Collection<?> all) {
            List<Object> list = new ArrayList<>();
            all.forEach(each -> list.add(uncoerce(each)));
            return list;
        } else if (o instanceof Enum<?> constant) {
            return constant.name();
        }
        return o instanceof Describable ? DescribableModel.uninstantiate2_(o) : o;
    }

    /** The value that an object has, through its public field or getter. */
    Object inspect(Object o) {
        String suffix = name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1);
        try {
            for (Method method : owner.getMethods()) {
                if (method.getParameterCount() == 0
                        && (method.getName().equals("get" + suffix)
                                || method.getName().equals("is" + suffix))) {
                    return uncoerce(method.invoke(o));
                }
            }
            return uncoerce(owner.getField(name).get(o));
        } catch (ReflectiveOperationException x) {
            throw new UnsupportedOperationException(
                    "no public field ‘" + name + "’ (or getter method) found in " + owner, x);
        }
    }
}
