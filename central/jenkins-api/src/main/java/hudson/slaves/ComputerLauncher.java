package hudson.slaves;

import hudson.model.TaskListener;
import java.io.IOException;

public abstract class ComputerLauncher {
    public void launch(SlaveComputer computer, TaskListener listener) throws IOException, InterruptedException {
        throw new UnsupportedOperationException(getClass() + " must define launch");
    }
}
