package io.jenkins.standin;

import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import hudson.EnvVars;
import hudson.model.Describable;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** The base class of Jenkinsfiles: what is not a method of the script is a step. */
public abstract class PipelineScript extends Script {
    private Program program;

    void bind(Program value) {
        program = value;
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        Object[] arguments = args instanceof Object[] array ? array : new Object[] {args};
        if (!getMetaClass().respondsTo(this, name, arguments).isEmpty()) {
            return super.invokeMethod(name, args);
        }
        try {
            if (name.equals("pipeline")) {
                new Declarative(program).run((Closure<?>) arguments[0]);
                return null;
            }
            Closure<?> body = null;
            int count = arguments.length;
            if (count > 0 && arguments[count - 1] instanceof Closure<?> closure) {
                body = closure;
                count--;
            }
            Map<String, Object> named = new LinkedHashMap<>();
            boolean describable = body == null && !BuiltIns.isStep(name) && isSymbol(name);
            if (count > 1) {
                throw new IllegalArgumentException("Expected named arguments but got " + List.of(arguments));
            } else if (count == 1 && arguments[0] instanceof Map<?, ?> map) {
                map.forEach((key, value) -> named.put(String.valueOf(key), plain(value)));
            } else if (count == 1 && describable) {
                named.put(UninstantiatedDescribable.ANONYMOUS_KEY, plain(arguments[0]));
            } else if (count == 1) {
                named.put(BuiltIns.soleArgument(name, arguments[0]), plain(arguments[0]));
            }
            return describable ? new UninstantiatedDescribable(name, null, named) : program.step(name, named, body);
        } catch (Throwable x) {
            throw sneaky(Program.unwrap(x));
        }
    }

    private static boolean isSymbol(String name) {
        return SymbolLookup.get().findDescriptor(Describable.class, name) != null;
    }

    /** Jenkins turns every GString into a String before a step sees it. */
    static Object plain(Object value) {
        if (value instanceof GString) {
            return value.toString();
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(plain(each)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, plain(each)));
            return copy;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> RuntimeException sneaky(Throwable x) throws T {
        throw (T) x;
    }

    @Override
    public Object getProperty(String property) {
        switch (property) {
            case "env":
                return new Env(program);
            case "currentBuild":
                return new CurrentBuild(program);
            case "scm":
                return "scm";
            default:
        }
        if (getBinding().hasVariable(property)) {
            return getBinding().getVariable(property);
        }
        Object value = new Env(program).getProperty(property);
        if (value == null) {
            throw new MissingPropertyException(property, getClass());
        }
        return value;
    }

    /** {@code env.NAME}. */
    static final class Env extends GroovyObjectSupport {
        private final Program program;

        Env(Program program) {
            this.program = program;
        }

        @Override
        public Object getProperty(String property) {
            try {
                return ((EnvVars) Context.find(program, Frame.current(), EnvVars.class)).get(property);
            } catch (java.io.IOException | InterruptedException x) {
                throw sneaky(x);
            }
        }

        @Override
        public void setProperty(String property, Object value) {
            program.globalEnv().put(property, String.valueOf(value));
        }
    }

    /** {@code currentBuild.result} and the like. */
    public static final class CurrentBuild {
        private final Program program;

        CurrentBuild(Program program) {
            this.program = program;
        }

        public String getResult() {
            Result result = program.build().result();
            return result == null ? null : result.toString();
        }

        public String getCurrentResult() {
            Result result = program.build().result();
            return result == null ? "SUCCESS" : result.toString();
        }

        public void setResult(String value) {
            program.build().worsen(Result.fromString(value));
        }

        public int getNumber() {
            return program.build().number();
        }
    }
}
