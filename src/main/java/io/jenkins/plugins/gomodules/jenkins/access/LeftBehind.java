package io.jenkins.plugins.gomodules.jenkins.access;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/**
 * Which directories of secret files there are on agents. A step takes its own away when it ends; this is for when it
 * cannot, because the agent is gone by then, or the controller has been killed.
 */
@Extension
public final class LeftBehind {
    private static final Logger LOGGER = Logger.getLogger(LeftBehind.class.getName());

    /** One directory, and the ssh-agent that belongs to it, if any. */
    static final class Entry {
        final String directory;
        final String node;
        final String run;
        final LinkedHashMap<String, String> keyAgent;
        boolean abandoned;

        Entry(AgentAccess access) {
            directory = access.directory();
            node = access.node();
            run = access.run();
            keyAgent = new LinkedHashMap<>(access.keyAgentEnvironment());
        }

        boolean isOf(AgentAccess access) {
            return directory.equals(access.directory()) && node.equals(access.node());
        }

        /** Whether nobody needs it: a build that goes on after a restart still does. */
        @SuppressWarnings("try") // the context is there to be closed
        boolean isFree() {
            if (abandoned) {
                return true;
            }
            // Whoever made this happen may see less than there is: a user who ends a build by force, for instance.
            try (ACLContext all = ACL.as2(ACL.SYSTEM2)) {
                Run<?, ?> build = Run.fromExternalizableId(run);
                return build == null || !build.isBuilding();
            }
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public LeftBehind() {
        load();
    }

    static LeftBehind get() {
        return ExtensionList.lookupSingleton(LeftBehind.class);
    }

    /** Call it before the first file is written, and again when there is an ssh-agent. */
    synchronized void remember(AgentAccess access) throws IOException {
        entries.removeIf(entry -> entry.isOf(access));
        entries.add(new Entry(access));
        file().write(new ArrayList<>(entries));
    }

    /** The variables of the ssh-agent that is known to belong to it; empty if none is. */
    synchronized Map<String, String> keyAgentOf(AgentAccess access) {
        return entries.stream()
                .filter(entry -> entry.isOf(access))
                .findFirst()
                .map(entry -> Map.copyOf(entry.keyAgent))
                .orElse(Map.of());
    }

    synchronized void forget(AgentAccess access) {
        forget(access.node(), access.directory());
    }

    synchronized void forget(String node, String directory) {
        if (entries.removeIf(entry -> entry.directory.equals(directory) && entry.node.equals(node))) {
            save();
        }
    }

    /** Its step is over, and could not take it away. */
    synchronized void abandon(AgentAccess access) {
        for (Entry entry : entries) {
            if (entry.isOf(access)) {
                entry.abandoned = true;
            }
        }
        save();
    }

    /** What may be taken away from an agent. */
    synchronized List<Entry> free(String node) {
        return entries.stream()
                .filter(entry -> entry.node.equals(node) && entry.isFree())
                .toList();
    }

    /** The agents on which a build has left something. */
    synchronized Set<String> nodesOf(String run) {
        return entries.stream()
                .filter(entry -> entry.run.equals(run))
                .map(entry -> entry.node)
                .collect(Collectors.toSet());
    }

    /** An agent that is removed for good takes everything with it. */
    synchronized void forgetNode(String node) {
        if (entries.removeIf(entry -> entry.node.equals(node))) {
            save();
        }
    }

    private static XmlFile file() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), LeftBehind.class.getName() + ".xml"));
    }

    private void save() {
        try {
            file().write(new ArrayList<>(entries));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot save " + file(), e);
        }
    }

    private void load() {
        XmlFile file = file();
        if (!file.exists()) {
            return;
        }
        try {
            for (Object each : (List<?>) file.read()) {
                entries.add((Entry) each);
            }
        } catch (IOException | ClassCastException e) {
            LOGGER.log(Level.WARNING, "cannot read " + file, e);
        }
    }
}
