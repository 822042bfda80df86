package hudson.util;

import hudson.model.TaskListener;
import hudson.remoting.RemoteOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Writes to a stream; sent to an agent, it writes to the same stream from there. */
public class StreamTaskListener implements TaskListener, Closeable {
    private static final long serialVersionUID = 1L;

    private transient PrintStream out;
    private transient Charset charset;

    public StreamTaskListener(OutputStream out, Charset charset) {
        this.out = out instanceof PrintStream stream ? stream : new PrintStream(out, true, charset);
        this.charset = charset;
    }

    public static StreamTaskListener fromStdout() {
        return new StreamTaskListener(System.out, Charset.defaultCharset());
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    @Override
    public Charset getCharset() {
        return charset;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void writeObject(ObjectOutputStream stream) throws IOException {
        stream.writeObject(new RemoteOutputStream(out));
        stream.writeObject(charset.name());
    }

    private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        OutputStream remote = (OutputStream) stream.readObject();
        charset = Charset.forName((String) stream.readObject());
        out = new PrintStream(new BufferedOutputStream(remote), true, charset);
    }
}
