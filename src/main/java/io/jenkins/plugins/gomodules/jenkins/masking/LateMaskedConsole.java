package io.jenkins.plugins.gomodules.jenkins.masking;

import hudson.console.ConsoleLogFilter;
import hudson.console.LineTransformationOutputStream;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Masks secrets in a log that is opened before they are known. */
public final class LateMaskedConsole extends ConsoleLogFilter {
    private final Supplier<Mask> mask;

    /** @param mask asked at each line; null as long as there is nothing to mask */
    public LateMaskedConsole(Supplier<Mask> mask) {
        this.mask = mask;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public OutputStream decorateLogger(Run run, OutputStream logger) {
        return new Lines(logger, mask);
    }

    private static final class Lines extends LineTransformationOutputStream.Delegating {
        private final Supplier<Mask> mask;

        Lines(OutputStream out, Supplier<Mask> mask) {
            super(out);
            this.mask = mask;
        }

        @Override
        protected void eol(byte[] bytes, int length) throws IOException {
            Mask known = mask.get();
            byte[] shown = known == null || known.isEmpty() ? bytes : known.apply(bytes, length);
            out.write(shown, 0, shown == bytes ? length : shown.length);
        }
    }
}
