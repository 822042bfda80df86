package hudson;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/** An object in a file. */
public final class XmlFile {
    private static final XStream DEFAULT_XSTREAM = new XStream2();

    private final XStream xs;
    private final File file;

    public XmlFile(File file) {
        this(DEFAULT_XSTREAM, file);
    }

    public XmlFile(XStream xs, File file) {
        this.xs = xs;
        this.file = file;
    }

    public File getFile() {
        return file;
    }

    public XStream getXStream() {
        return xs;
    }

    public boolean exists() {
        return file.exists();
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file.toPath());
    }

    public String asString() throws IOException {
        return Files.readString(file.toPath());
    }

    public void write(Object o) throws IOException {
        Files.createDirectories(file.getAbsoluteFile().toPath().getParent());
        Files.writeString(file.toPath(), "<?xml version='1.1' encoding='UTF-8'?>\n" + xs.toXML(o));
    }

    public Object read() throws IOException {
        return unmarshal(null);
    }

    /** Fills an object from the file, or makes one if that is null. */
    public Object unmarshal(Object o) throws IOException {
        // the parser knows XML 1.0 only
        String xml = asString().replaceFirst("version='1\\.1'", "version='1.0'");
        try {
            return xs.fromXML(xml, o);
        } catch (XStreamException x) {
            throw new IOException("Unable to read " + file, x);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
