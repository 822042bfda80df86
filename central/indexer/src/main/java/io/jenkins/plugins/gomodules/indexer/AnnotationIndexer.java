package io.jenkins.plugins.gomodules.indexer;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Lists the classes that carry one of Jenkins' indexed annotations, or have a member that does.
 *
 * <p>One file per annotation, {@code META-INF/services/annotations/<annotation>}, with one binary class name a line,
 * sorted. Nothing is written for an annotation that nobody uses.
 */
public final class AnnotationIndexer extends AbstractProcessor {

    private static final Set<String> INDEXED = Set.of(
            "org.jenkinsci.Symbol",
            "org.kohsuke.accmod.Restricted",
            "hudson.init.Initializer",
            "hudson.init.Terminator");

    private final Map<String, Set<String>> found = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return INDEXED;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            Set<String> classes =
                    found.computeIfAbsent(annotation.getQualifiedName().toString(), name -> new TreeSet<>());
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                classes.add(binaryNameOfClass(element));
            }
        }
        if (round.processingOver()) {
            found.forEach(this::write);
        }
        return false; // others may index the same annotations
    }

    private String binaryNameOfClass(Element element) {
        if (element instanceof PackageElement) {
            return element + ".package-info";
        }
        Element at = element;
        while (!(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return processingEnv.getElementUtils().getBinaryName((TypeElement) at).toString();
    }

    private void write(String annotation, Set<String> classes) {
        String file = "META-INF/services/annotations/" + annotation;
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", file)
                .openWriter()) {
            out.write(String.join("\n", classes) + "\n");
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "Cannot write " + file + ": " + e);
        }
    }
}
