package io.jenkins.standin;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import hudson.remoting.Channel;
import hudson.slaves.ComputerListener;
import hudson.slaves.OfflineCause;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what the listeners are told. */
final class Witness {
    static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    private Witness() {}

    @Extension
    public static final class Computers extends ComputerListener {
        @Override
        public void preOnline(Computer c, Channel channel, FilePath root, TaskListener listener) {
            EVENTS.add(c.getName() + " connects");
        }

        @Override
        public void onOnline(Computer c, TaskListener listener) {
            EVENTS.add(c.getName() + " online");
        }

        @Override
        public void onOffline(Computer c, OfflineCause cause) {
            EVENTS.add(c.getName() + " offline");
        }
    }

    @Extension
    public static final class Runs extends RunListener<Run<?, ?>> {
        @Override
        public void onStarted(Run<?, ?> r, TaskListener listener) {
            EVENTS.add(r + " started");
        }

        @Override
        public void onCompleted(Run<?, ?> r, TaskListener listener) {
            if (r.getParent().getName().equals("watched")) {
                listener.getLogger().println("looked at");
            }
            EVENTS.add(r + " completed " + r.getResult() + " " + r.isBuilding());
        }

        @Override
        public void onFinalized(Run<?, ?> r) {
            EVENTS.add(r + " finalized " + r.isBuilding());
        }
    }
}
