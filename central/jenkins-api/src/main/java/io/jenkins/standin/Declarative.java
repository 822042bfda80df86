package io.jenkins.standin;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code pipeline {…}}: agent any, none, or a label; environment; options timeout, retry and those without effect here;
 * stages with steps, nested or parallel stages; post. No when, tools, input, matrix, parameters or triggers.
 */
final class Declarative {
    private static final List<String> CONDITIONS = List.of(
            "always",
            "changed",
            "fixed",
            "regression",
            "aborted",
            "failure",
            "success",
            "unstable",
            "unsuccessful",
            "cleanup");

    private final Program program;

    Declarative(Program program) {
        this.program = program;
    }

    void run(Closure<?> pipeline) throws Throwable {
        runSection(read(pipeline, ""));
    }

    /** A pipeline or a stage, as written. */
    private static final class Section {
        final String name;
        String agent;
        Closure<?> environment;
        Closure<?> steps;
        boolean parallel;
        final Map<String, List<Object>> options = new LinkedHashMap<>();
        final List<Section> stages = new ArrayList<>();
        final Map<String, Closure<?>> post = new LinkedHashMap<>();

        Section(String name) {
            this.name = name;
        }
    }

    /** Collects the calls in a block that is a form, not a program. */
    private abstract class Form extends GroovyObjectSupport {
        abstract boolean entry(String name, List<?> arguments);

        @Override
        public Object invokeMethod(String name, Object args) {
            List<?> arguments = args instanceof Object[] array ? Arrays.asList(array) : Arrays.asList(args);
            if (!entry(name, arguments)) {
                throw new MissingMethodException(name, Declarative.class, arguments.toArray());
            }
            return null;
        }

        @Override
        public Object getProperty(String name) {
            return entry(name, List.of()) ? name : new PipelineScript.Env(program).getProperty(name);
        }

        void fill(Object closure) {
            Closure<?> block = (Closure<?>) ((Closure<?>) closure).clone();
            block.setDelegate(this);
            block.setResolveStrategy(Closure.DELEGATE_ONLY);
            block.call();
        }
    }

    /** A block that is a program again: what it calls are the script's methods, not the form's entries. */
    private static Closure<?> program(Object closure) {
        Closure<?> block = (Closure<?>) ((Closure<?>) closure).clone();
        block.setDelegate(block.getThisObject());
        block.setResolveStrategy(Closure.DELEGATE_ONLY);
        return block;
    }

    private Section read(Object closure, String name) {
        Section section = new Section(name);
        new SectionForm(section).fill(closure);
        return section;
    }

    private final class SectionForm extends Form {
        private final Section section;

        SectionForm(Section section) {
            this.section = section;
        }

        @Override
        boolean entry(String name, List<?> arguments) {
            Object first = arguments.isEmpty() ? null : arguments.get(0);
            switch (name) {
                case "any":
                case "none":
                    return arguments.isEmpty();
                case "agent":
                    readAgent(first);
                    return true;
                case "environment":
                    section.environment = (Closure<?>) first;
                    return true;
                case "options":
                    new OptionsForm(section).fill(first);
                    return true;
                case "stages":
                    new StagesForm(section).fill(first);
                    return true;
                case "parallel":
                    section.parallel = true;
                    new StagesForm(section).fill(first);
                    return true;
                case "steps":
                    section.steps = program(first);
                    return true;
                case "post":
                    new PostForm(section).fill(first);
                    return true;
                default:
                    return false;
            }
        }

        private void readAgent(Object first) {
            if (first instanceof Closure<?>) {
                new Form() {
                    @Override
                    boolean entry(String name, List<?> arguments) {
                        section.agent = String.valueOf(arguments.get(0));
                        return name.equals("label");
                    }
                }.fill(first);
            } else {
                section.agent = String.valueOf(first);
            }
        }
    }

    private final class OptionsForm extends Form {
        private final Section section;

        OptionsForm(Section section) {
            this.section = section;
        }

        @Override
        boolean entry(String name, List<?> arguments) {
            section.options.put(name, new ArrayList<>(arguments));
            return true;
        }
    }

    private final class StagesForm extends Form {
        private final Section section;

        StagesForm(Section section) {
            this.section = section;
        }

        @Override
        boolean entry(String name, List<?> arguments) {
            if (name.equals("stage")) {
                section.stages.add(read(arguments.get(1), String.valueOf(arguments.get(0))));
            }
            return name.equals("stage");
        }
    }

    private final class PostForm extends Form {
        private final Section section;

        PostForm(Section section) {
            this.section = section;
        }

        @Override
        boolean entry(String name, List<?> arguments) {
            section.post.put(name, program(arguments.get(0)));
            return CONDITIONS.contains(name);
        }
    }

    private interface Action {
        void run() throws Throwable;
    }

    /** A Java block as the body of a step. */
    private final class Body extends Closure<Object> {
        private static final long serialVersionUID = 1L;

        private final transient Action action;

        Body(Action action) {
            super(Declarative.this);
            this.action = action;
        }

        public Object doCall() throws Throwable {
            action.run();
            return null;
        }
    }

    private void step(String name, Map<String, Object> arguments, Action action) throws Throwable {
        program.step(name, new LinkedHashMap<>(arguments), new Body(action));
    }

    private void runSection(Section section) throws Throwable {
        inAgent(
                section,
                () -> inEnvironment(
                        section,
                        () -> inOptions(section, () -> {
                            Throwable failure = null;
                            try {
                                content(section);
                            } catch (Throwable x) {
                                failure = Program.unwrap(x);
                            }
                            post(section, failure);
                            if (failure != null) {
                                throw failure;
                            }
                        })));
    }

    private void inAgent(Section section, Action action) throws Throwable {
        if (section.agent == null || section.agent.equals("none")) {
            action.run();
        } else {
            step("node", section.agent.equals("any") ? Map.of() : Map.of("label", section.agent), () -> {
                if (Home.current().source(program.build().run().getParent().getName()) != null
                        && !section.options.containsKey("skipDefaultCheckout")) {
                    step(
                            "stage",
                            Map.of("name", "Declarative: Checkout SCM"),
                            () -> program.step("checkout", Map.of(), null));
                }
                action.run();
            });
        }
    }

    private void inEnvironment(Section section, Action action) throws Throwable {
        if (section.environment == null) {
            action.run();
            return;
        }
        List<String> overrides = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        new Form() {
            @Override
            boolean entry(String name, List<?> arguments) {
                return false;
            }

            @Override
            public Object getProperty(String name) {
                return values.containsKey(name) ? values.get(name) : super.getProperty(name);
            }

            @Override
            public void setProperty(String name, Object value) {
                values.put(name, value);
                overrides.add(name + "=" + value);
            }
        }.fill(section.environment);
        step("withEnv", Map.of("overrides", overrides), action);
    }

    private void inOptions(Section section, Action action) throws Throwable {
        Action wrapped = action;
        for (String option : List.of("retry", "timeout")) {
            List<Object> arguments = section.options.get(option);
            if (arguments != null) {
                Map<String, Object> named = new LinkedHashMap<>();
                if (arguments.get(0) instanceof Map<?, ?> map) {
                    map.forEach((key, value) -> named.put(String.valueOf(key), value));
                } else {
                    named.put(BuiltIns.soleArgument(option, arguments.get(0)), arguments.get(0));
                }
                Action inner = wrapped;
                wrapped = () -> step(option, named, inner);
            }
        }
        wrapped.run();
    }

    private void content(Section section) throws Throwable {
        if (section.steps != null) {
            section.steps.call();
        } else if (section.parallel) {
            Map<String, Object> branches = new LinkedHashMap<>();
            for (Section stage : section.stages) {
                branches.put(stage.name, new Body(() -> stage(stage)));
            }
            program.step("parallel", branches, null);
        } else {
            Throwable failure = null;
            for (Section stage : section.stages) {
                if (failure != null) {
                    step(
                            "stage",
                            Map.of("name", stage.name),
                            () -> program.println("Stage \"" + stage.name + "\" skipped due to earlier failure(s)"));
                    continue;
                }
                try {
                    stage(stage);
                } catch (Throwable x) {
                    failure = Program.unwrap(x);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void stage(Section stage) throws Throwable {
        step("stage", Map.of("name", stage.name), () -> runSection(stage));
    }

    private void post(Section section, Throwable failure) throws Throwable {
        if (failure != null) {
            program.build()
                    .worsen(
                            failure instanceof org.jenkinsci.plugins.workflow.steps.FlowInterruptedException x
                                    ? x.getResult()
                                    : Result.FAILURE);
        }
        Result result = program.build().result() == null
                ? Result.SUCCESS
                : program.build().result();
        List<Closure<?>> due = new ArrayList<>();
        for (String condition : CONDITIONS) {
            boolean holds =
                    switch (condition) {
                        case "always", "cleanup" -> true;
                        case "unsuccessful" -> result != Result.SUCCESS;
                        case "success", "failure", "aborted", "unstable" ->
                            condition.equalsIgnoreCase(result.toString());
                        default -> false;
                    };
            if (holds && section.post.containsKey(condition)) {
                due.add(section.post.get(condition));
            }
        }
        if (due.isEmpty()) {
            return;
        }
        Action all = () -> {
            for (Closure<?> each : due) {
                each.call();
            }
        };
        if (section.name.isEmpty()) {
            step("stage", Map.of("name", "Declarative: Post Actions"), all);
        } else {
            program.println("Post stage");
            all.run();
        }
    }
}
