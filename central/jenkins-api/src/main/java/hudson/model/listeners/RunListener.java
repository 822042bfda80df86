package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.Functions;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.function.Consumer;

/** Told of the stages of builds. */
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    public final Class<R> targetType;

    protected RunListener(Class<R> targetType) {
        this.targetType = targetType;
    }

    @SuppressWarnings("unchecked")
    protected RunListener() {
        targetType = (Class<R>) Run.class;
    }

    public void onStarted(R r, TaskListener listener) {}

    public void onCompleted(R r, TaskListener listener) {}

    public void onFinalized(R r) {}

    public static void fireStarted(Run r, TaskListener listener) {
        fire(r, each -> each.onStarted(r, listener));
    }

    public static void fireCompleted(Run r, TaskListener listener) {
        fire(r, each -> each.onCompleted(r, listener));
    }

    public static void fireFinalized(Run r) {
        fire(r, each -> each.onFinalized(r));
    }

    @SuppressWarnings("unchecked")
    private static void fire(Run r, Consumer<RunListener<Run>> event) {
        for (RunListener each : all()) {
            if (each.targetType.isInstance(r)) {
                try {
                    event.accept(each);
                } catch (RuntimeException x) {
                    Functions.printStackTrace(x, System.err);
                }
            }
        }
    }

    public static ExtensionList<RunListener> all() {
        return ExtensionList.lookup(RunListener.class);
    }
}
