package hudson.console;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.kohsuke.stapler.framework.io.LargeText;

/** A log, with notes in it. */
public class AnnotatedLargeText<T> extends LargeText {
    public AnnotatedLargeText(File file, Charset charset, boolean completed, T context) {
        super(file, charset, completed, true);
    }

    public long writeRawLogTo(long start, OutputStream out) throws IOException {
        return super.writeLogTo(start, out);
    }
}
