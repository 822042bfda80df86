package hudson.model;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    @SuppressWarnings("unchecked")
    protected Descriptor() {
        clazz = (Class<? extends T>) getClass().getEnclosingClass();
        if (clazz == null) {
            throw new AssertionError(getClass()
                    + " doesn't have an outer class. Use the constructor that takes the Class object explicitly.");
        }
    }

    /** For {@link #Descriptor(Class)}: the descriptor describes itself. */
    protected static Class self() {
        return Self.class;
    }

    private static final class Self {}

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    @Override
    public void save() {
        throw new UnsupportedOperationException("the stand-in keeps no configuration files");
    }

    /** What a setter or a constructor throws that does not like what was typed into a form. */
    public static final class FormException extends Exception {
        private static final long serialVersionUID = 1;
        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }
    }
}
