package io.jenkins.standin;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** What a block gives to the steps in it; frames nest as blocks do. */
final class Frame {
    private static final ThreadLocal<Frame> CURRENT = new ThreadLocal<>();

    final Frame parent;
    /** Replaced after a restart by what was read back. */
    volatile List<Object> values;

    Frame(Frame parent, List<?> values) {
        this.parent = parent;
        this.values = new ArrayList<>();
        for (Object value : values) {
            this.values.add(value instanceof FilePath path ? Place.of(path) : value);
        }
    }

    static Frame current() {
        return CURRENT.get();
    }

    static void set(Frame frame) {
        CURRENT.set(frame);
    }

    boolean isWithin(Frame other) {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            if (frame == other) {
                return true;
            }
        }
        return other == null;
    }

    <T> T find(Class<T> type) {
        for (Frame frame = this; frame != null; frame = frame.parent) {
            for (Object value : frame.values) {
                if (type.isInstance(value)) {
                    return type.cast(value);
                }
            }
        }
        return null;
    }

    /** The variables that the node gives, before the build's own and what blocks set. */
    EnvVars nodeEnv() {
        EnvVars env = find(EnvVars.class);
        return env == null ? new EnvVars() : new EnvVars(env);
    }

    /** A path by the name of its node: what is left of a {@link FilePath} over a restart. */
    record Place(String node, String path) implements Serializable {
        private static final long serialVersionUID = 1L;

        static Place of(FilePath path) {
            return new Place(path.toComputer().getName(), path.getRemote());
        }

        Computer computer() {
            return Jenkins.get().getComputer(node);
        }

        FilePath toFilePath() throws java.io.IOException {
            Computer computer = computer();
            if (computer == null || computer.getChannel() == null) {
                throw new java.io.IOException("Unable to create live FilePath for " + node);
            }
            return new FilePath(computer.getChannel(), path);
        }
    }
}
