package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;

/** XStream as far as the configuration of plugins needs it; without Jenkins' leniency and without its black list. */
public class XStream2 extends XStream {
    public XStream2() {
        addPermission(AnyTypePermission.ANY);
        registerConverter(new Secret.ConverterImpl());
    }
}
