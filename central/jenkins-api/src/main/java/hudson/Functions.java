package hudson;

import java.io.File;
import java.io.PrintStream;

public class Functions {
    public static boolean isWindows() {
        return File.pathSeparatorChar == ';';
    }

    public static String htmlAttributeEscape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public static void printStackTrace(Throwable t, PrintStream out) {
        t.printStackTrace(out);
        out.flush();
    }
}
