package io.jenkins.plugins.gomodules.jenkins.masking;

import hudson.console.ConsoleLogFilter;
import hudson.console.LineTransformationOutputStream;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** Masks secrets in the log of a block. */
public final class MaskedConsole extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Mask mask;

    public MaskedConsole(Mask mask) {
        this.mask = mask;
    }

    // The run is not there on an agent.
    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(Run run, OutputStream logger) {
        return mask.isEmpty() ? logger : new Lines(logger, mask);
    }

    private static final class Lines extends LineTransformationOutputStream.Delegating {
        private final Mask mask;

        Lines(OutputStream out, Mask mask) {
            super(out);
            this.mask = mask;
        }

        @Override
        protected void eol(byte[] bytes, int length) throws IOException {
            byte[] shown = mask.apply(bytes, length);
            out.write(shown, 0, shown == bytes ? length : shown.length);
        }
    }
}
