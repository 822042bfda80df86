package hudson.util;

import java.io.IOException;
import java.util.Locale;

/** The answer to a form's check. Jenkins' class is an HttpResponse too: nothing here is served over HTTP. */
public abstract class FormValidation extends IOException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        OK,
        WARNING,
        ERROR
    }

    public final Kind kind;

    private FormValidation(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    private static FormValidation of(Kind kind, String message) {
        return new FormValidation(kind, message) {
            private static final long serialVersionUID = 1L;

            @Override
            public String renderHtml() {
                return getMessage() == null
                        ? "<div/>"
                        : "<div class=" + kind.name().toLowerCase(Locale.ENGLISH) + ">" + escaped(getMessage())
                                + "</div>";
            }
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public abstract String renderHtml();

    public static FormValidation ok() {
        return of(Kind.OK, null);
    }

    public static FormValidation ok(String message) {
        return of(Kind.OK, message);
    }

    public static FormValidation warning(String message) {
        return of(Kind.WARNING, message);
    }

    public static FormValidation error(String message) {
        return of(Kind.ERROR, message);
    }

    public static FormValidation validateNonNegativeInteger(String value) {
        try {
            return Integer.parseInt(value) < 0 ? error("Not a non-negative number") : ok();
        } catch (NumberFormatException x) {
            return error("Not a number");
        }
    }

    public static FormValidation validateIntegerInRange(String value, int lower, int upper) {
        try {
            int number = Integer.parseInt(value);
            return number < lower || number > upper
                    ? error("Not an integer in the range of " + lower + " to " + upper)
                    : ok();
        } catch (NumberFormatException x) {
            return error("Not an integer");
        }
    }

    @Override
    public String toString() {
        return kind + ": " + getMessage();
    }
}
