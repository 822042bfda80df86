package com.cloudbees.jenkins.plugins.sshagent.exec;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The ssh-agent of a machine, started and spoken to as the ssh-agent plugin does it. */
public final class ExecRemoteAgent implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF_DELETING = "#!/bin/sh\necho \"$SSH_PASSPHRASE\"\nrm \"$0\"\n";

    private final Map<String, String> agentEnv = new HashMap<>();

    public ExecRemoteAgent(Launcher launcher, TaskListener listener) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = join(launcher.launch().cmds("ssh-agent").stdout(bytes), listener);
        String output = bytes.toString(StandardCharsets.US_ASCII);
        if (status != 0) {
            throw new AbortException("Failed to run ssh-agent: " + output);
        }
        for (String name : new String[] {"SSH_AUTH_SOCK", "SSH_AGENT_PID"}) {
            int start = output.indexOf(name) + name.length() + 1;
            agentEnv.put(name, output.substring(start, output.indexOf(';', start)));
            listener.getLogger().println(name + "=" + agentEnv.get(name));
        }
    }

    private static int join(Launcher.ProcStarter starter, TaskListener listener)
            throws IOException, InterruptedException {
        return starter.start().joinWithTimeout(1, TimeUnit.MINUTES, listener);
    }

    public void addIdentity(
            String privateKey, String passphrase, String comment, FilePath ws, Launcher launcher, TaskListener listener)
            throws IOException, InterruptedException {
        FilePath directory = WorkspaceList.tempDir(ws);
        FilePath keyFile = directory.createTextTempFile("private_key_", ".key", privateKey);
        FilePath askpass = null;
        try {
            keyFile.chmod(0600);
            Map<String, String> env = new HashMap<>(agentEnv);
            if (passphrase != null) {
                askpass = directory.createTextTempFile("askpass_", ".sh", SELF_DELETING);
                askpass.chmod(0700);
                env.put("SSH_PASSPHRASE", passphrase);
                env.put("DISPLAY", "bogus");
                env.put("SSH_ASKPASS", askpass.getRemote());
            }
            listener.getLogger().println("Running ssh-add (command line suppressed)");
            Launcher.ProcStarter add = launcher.launch()
                    .quiet(true)
                    .cmds("ssh-add", keyFile.getRemote())
                    .envs(env)
                    .stdout(listener);
            if (join(add, listener) != 0) {
                throw new AbortException("Failed to run ssh-add");
            }
        } finally {
            if (askpass != null && askpass.exists()) {
                askpass.delete();
            }
            keyFile.delete();
        }
    }

    public Map<String, String> getEnv() {
        return agentEnv;
    }

    public void stop(Launcher launcher, TaskListener listener) throws IOException, InterruptedException {
        Launcher.ProcStarter kill =
                launcher.launch().cmds("ssh-agent", "-k").envs(agentEnv).stdout(listener);
        if (join(kill, listener) != 0) {
            throw new AbortException("Failed to run ssh-agent -k");
        }
    }
}
