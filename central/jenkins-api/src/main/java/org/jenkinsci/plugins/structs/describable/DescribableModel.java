package org.jenkinsci.plugins.structs.describable;

import hudson.model.Descriptor;
import hudson.model.TaskListener;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.codehaus.groovy.reflection.ReflectionCache;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * Makes a describable object from named arguments and back, by its data-bound constructor and setters, with the
 * conversions that Jenkins does. Parameter names come from the {@code .stapler} file that Stapler's processor writes.
 */
public final class DescribableModel<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Constructor<T> constructor;
    private final transient Map<String, DescribableParameter> parameters = new LinkedHashMap<>();

    public DescribableModel(Class<T> clazz) {
        type = clazz;
        constructor = dataBound(clazz);
        String[] names = names(clazz);
        Type[] types = constructor.getGenericParameterTypes();
        for (int i = 0; i < names.length; i++) {
            parameters.put(names[i], new DescribableParameter(type, names[i], types[i], null));
        }
        Map<String, DescribableParameter> optional = new TreeMap<>();
        for (Class<?> c = clazz; c != null; c = c.getSuperclass()) {
            for (Method m : c.getDeclaredMethods()) {
                if (m.isAnnotationPresent(DataBoundSetter.class)) {
                    String name = Introspector.decapitalize(m.getName().substring(3));
                    optional.put(name, new DescribableParameter(type, name, m.getGenericParameterTypes()[0], m));
                }
            }
        }
        parameters.putAll(optional);
    }

    @SuppressWarnings("unchecked")
    private static <T> Constructor<T> dataBound(Class<T> clazz) {
        for (Constructor<?> c : clazz.getConstructors()) {
            if (c.isAnnotationPresent(DataBoundConstructor.class)) {
                return (Constructor<T>) c;
            }
        }
        throw new org.kohsuke.stapler.NoStaplerConstructorException(
                "There's no @DataBoundConstructor on any constructor of " + clazz);
    }

    private static String[] names(Class<?> clazz) {
        String file =
                clazz.getName().substring(clazz.getPackageName().length() + 1).replace('.', '/') + ".stapler";
        Properties properties = new Properties();
        try (InputStream in = clazz.getResourceAsStream(file)) {
            if (in == null) {
                throw new org.kohsuke.stapler.NoStaplerConstructorException("No " + file + " beside " + clazz);
            }
            properties.load(in);
        } catch (IOException x) {
            throw new IllegalArgumentException(file, x);
        }
        String names = properties.getProperty("constructor", "").trim();
        return names.isEmpty() ? new String[0] : names.split(",");
    }

    public Class<T> getType() {
        return type;
    }

    public Collection<DescribableParameter> getParameters() {
        return parameters.values();
    }

    public DescribableParameter getSoleRequiredParameter() {
        List<DescribableParameter> required = parameters.values().stream()
                .filter(DescribableParameter::isRequired)
                .toList();
        return required.size() == 1 ? required.get(0) : null;
    }

    public T instantiate(Map<String, ?> arguments) throws IllegalArgumentException {
        return instantiate(arguments, null);
    }

    public T instantiate(Map<String, ?> given, TaskListener listener) throws IllegalArgumentException {
        Map<String, ?> arguments = given;
        if (given.containsKey(UninstantiatedDescribable.ANONYMOUS_KEY)) {
            DescribableParameter sole = getSoleRequiredParameter();
            if (given.size() != 1 || sole == null) {
                throw new IllegalArgumentException("Arguments to " + type + " have to be explicitly named");
            }
            arguments = Map.of(sole.getName(), given.get(UninstantiatedDescribable.ANONYMOUS_KEY));
        }
        Set<String> unknown = new TreeSet<>(arguments.keySet());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty() && listener != null) {
            listener.getLogger()
                    .println("WARNING: Unknown parameter(s) found for class type '" + type.getName() + "': "
                            + String.join(",", unknown));
        }
        try {
            List<Object> values = new ArrayList<>();
            for (DescribableParameter p : parameters.values()) {
                if (p.isRequired()) {
                    Object value = coerce(
                            type.getName() + "." + p.getName(), p.getRawType(), arguments.get(p.getName()), listener);
                    values.add(value == null ? primitiveDefault(p.getRawType()) : value);
                }
            }
            T o = constructor.newInstance(values.toArray());
            for (DescribableParameter p : parameters.values()) {
                if (!p.isRequired() && arguments.containsKey(p.getName())) {
                    String context = type.getName() + "." + p.getName();
                    p.setter.invoke(o, coerce(context, p.getRawType(), arguments.get(p.getName()), listener));
                }
            }
            return o;
        } catch (InvocationTargetException x) {
            throw refused(arguments, x.getCause());
        } catch (Exception x) {
            throw refused(arguments, x);
        }
    }

    private IllegalArgumentException refused(Map<String, ?> arguments, Throwable x) {
        return new IllegalArgumentException(
                "Could not instantiate " + arguments + " for " + type.getName() + ": " + x, x);
    }

    private static Object primitiveDefault(Type type) {
        return type instanceof Class<?> c && c.isPrimitive() ? Array.get(Array.newInstance(c, 1), 0) : null;
    }

    @SuppressWarnings({"unchecked"})
    private static Object coerce(String context, Type type, Object o, TaskListener listener) throws Exception {
        if (o == null) {
            return null;
        }
        Class<?> erased = type instanceof Class<?> c ? c : (Class<?>) ((ParameterizedType) type).getRawType();
        Object value = type instanceof Class<?>
                ? ReflectionCache.getCachedClass(erased).coerceArgument(o)
                : o;
        if (value instanceof List<?> list && Collection.class.isAssignableFrom(erased)) {
            Type element = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
            List<Object> values = new ArrayList<>();
            for (Object each : list) {
                values.add(coerce(context, element, each, listener));
            }
            return values;
        } else if (value instanceof List<?> list && erased.isArray()) {
            Object array = Array.newInstance(erased.getComponentType(), list.size());
            for (int i = 0; i < list.size(); i++) {
                Array.set(array, i, coerce(context, erased.getComponentType(), list.get(i), listener));
            }
            return array;
        } else if (ReflectionCache.autoboxType(erased).isInstance(value)) {
            return value;
        } else if (value instanceof UninstantiatedDescribable d) {
            return d.instantiate(erased, listener);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((key, each) -> named.put((String) key, each));
            return new DescribableModel<>(resolveClass(erased, null)).instantiate(named, listener);
        } else if (value instanceof String s && erased.isEnum()) {
            return Enum.valueOf(erased.asSubclass(Enum.class), s);
        } else if (value instanceof String s && Number.class.isAssignableFrom(ReflectionCache.autoboxType(erased))) {
            return ReflectionCache.getCachedClass(erased).coerceArgument(new java.math.BigDecimal(s));
        } else if (value instanceof String s && ReflectionCache.autoboxType(erased) == Boolean.class) {
            return Boolean.valueOf(s);
        }
        throw new ClassCastException(context + " expects " + type + " but received " + value.getClass());
    }

    static Class<?> resolveClass(Class<?> base, String symbol) {
        if (symbol != null) {
            Descriptor<?> d = SymbolLookup.get().findDescriptor(base, symbol);
            if (d == null) {
                throw new UnsupportedOperationException(
                        "no known implementation of " + base + " is using symbol ‘" + symbol + "’");
            }
            return d.clazz;
        }
        if (Modifier.isAbstract(base.getModifiers())) {
            throw new UnsupportedOperationException("must specify $class with an implementation of " + base);
        }
        return base;
    }

    public UninstantiatedDescribable uninstantiate2(T o) throws UnsupportedOperationException {
        Map<String, Object> required = new TreeMap<>();
        for (DescribableParameter p : parameters.values()) {
            if (p.isRequired() && p.inspect(o) != null) {
                required.put(p.getName(), p.inspect(o));
            }
        }
        T control = instantiate(required);
        Map<String, Object> arguments = new TreeMap<>(required);
        for (DescribableParameter p : parameters.values()) {
            if (!p.isRequired() && !Objects.equals(p.inspect(o), p.inspect(control))) {
                arguments.put(p.getName(), p.inspect(o));
            }
        }
        String symbol = null;
        for (Class<?> nested : type.getDeclaredClasses()) {
            if (nested.isAnnotationPresent(Symbol.class)) {
                symbol = nested.getAnnotation(Symbol.class).value()[0];
            }
        }
        UninstantiatedDescribable result =
                new UninstantiatedDescribable(symbol, symbol == null ? type.getName() : null, arguments);
        result.setModel(this);
        return result;
    }

    public static UninstantiatedDescribable uninstantiate2_(Object o) {
        return of(o.getClass()).asUninstantiated(o);
    }

    @SuppressWarnings("unchecked")
    private UninstantiatedDescribable asUninstantiated(Object o) {
        return uninstantiate2((T) o);
    }

    public static <T> DescribableModel<T> of(Class<T> clazz) {
        return new DescribableModel<>(clazz);
    }
}
