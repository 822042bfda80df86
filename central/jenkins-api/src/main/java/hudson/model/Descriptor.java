package hudson.model;

import hudson.XmlFile;
import hudson.security.Permission;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import jenkins.model.Jenkins;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    public final transient Class<? extends T> clazz;

    @SuppressWarnings("unchecked")
    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = (Class<? extends T>) (clazz == self() ? getClass() : clazz);
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
    public synchronized void save() {
        try {
            getConfigFile().write(this);
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    /** Fills the fields from the file that {@link #save} wrote, if there is one. */
    public synchronized void load() {
        try {
            if (getConfigFile().exists()) {
                getConfigFile().unmarshal(this);
            }
        } catch (IOException x) {
            throw new UncheckedIOException(x);
        }
    }

    protected XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), getId() + ".xml"));
    }

    public Permission getRequiredGlobalConfigPagePermission() {
        return Jenkins.ADMINISTER;
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
