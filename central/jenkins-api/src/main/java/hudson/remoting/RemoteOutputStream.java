package hudson.remoting;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** A stream that, once it has travelled to the other side, sends back what is written to it. */
public final class RemoteOutputStream extends OutputStream implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    private transient OutputStream local;
    private transient Channel channel;
    private transient int id;

    public RemoteOutputStream(OutputStream local) {
        this.local = local;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(getChannelForSerialization().export(local));
    }

    private void readObject(ObjectInputStream in) throws IOException {
        channel = getChannelForSerialization();
        id = in.readInt();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        if (local != null) {
            local.write(b, off, len);
        } else {
            channel.sendBytes(id, java.util.Arrays.copyOfRange(b, off, off + len));
        }
    }

    @Override
    public void flush() throws IOException {
        if (local != null) {
            local.flush();
        }
    }
}
