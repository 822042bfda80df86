package io.jenkins.plugins.gomodules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may use whom. Everything but {@code jenkins} runs unchanged in an agent's JVM, in the command-line tool and in
 * tests, so nothing but {@code jenkins} may know Jenkins; and the packages below it stand on each other in one order.
 */
class ArchitectureTest {

    private static final String ROOT = "io.jenkins.plugins.gomodules";

    /** The layer that may use everything. */
    private static final String JENKINS = "jenkins";

    /** For each package the other packages of ours that it may use; a new package has to find its place here. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            // the formats of Go modules
            Map.entry("module", Set.of()),
            Map.entry("modfile", Set.of("module")),
            Map.entry("modzip", Set.of("module")),
            Map.entry("sumdb", Set.of("module")),
            // getting modules
            Map.entry("json", Set.of()),
            Map.entry("http", Set.of()),
            Map.entry("goproxy", Set.of("module", "json", "http")),
            Map.entry("goenv", Set.of("module", "http", "goproxy")),
            Map.entry("gocommand", Set.of("module", "json", "goenv")),
            Map.entry("modcache", Set.of("module", "modzip")),
            Map.entry("modgraph", Set.of("module", "modfile", "goenv")),
            Map.entry(
                    "prefetch",
                    Set.of(
                            "module",
                            "modfile",
                            "modzip",
                            "sumdb",
                            "json",
                            "http",
                            "goproxy",
                            "goenv",
                            "gocommand",
                            "modcache",
                            "modgraph")),
            Map.entry(
                    "verify",
                    Set.of(
                            "module",
                            "modfile",
                            "modzip",
                            "http",
                            "goproxy",
                            "goenv",
                            "modcache",
                            "modgraph",
                            "prefetch")),
            // credentials on the agent
            Map.entry("git", Set.of()),
            // failures
            Map.entry("failure", Set.of("module")),
            // tests of servers
            Map.entry("probe", Set.of("module", "modzip", "sumdb", "json", "http", "goproxy", "goenv", "failure")));

    /** The packages for Jenkins, in the order in which they stand on each other; a new one has to find its place here. */
    private static final List<String> FOR_JENKINS = List.of(
            "text",
            "hosts",
            "masking",
            "access",
            "config",
            "force",
            "failures",
            "steps",
            "freestyle",
            "connections",
            "view");

    /** Libraries outside the JDK, each for one package. */
    private static final Map<String, String> LIBRARIES =
            Map.of("modcache", "com.sun.jna..", "failure", "com.google.re2j..");

    private static final JavaClasses OURS = new ClassFileImporter()
            .importUrl(ModuleVersion.class.getProtectionDomain().getCodeSource().getLocation());

    static Set<String> engine() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("engine")
    void usesOnlyWhatItsLayerAllows(String name) {
        String[] allowed = Stream.concat(
                        Stream.of(
                                "java..",
                                "javax.net..",
                                "javax.crypto..",
                                "javax.security.auth..",
                                ROOT + "." + name + ".."),
                        Stream.concat(
                                MAY_USE.get(name).stream().map(other -> ROOT + "." + other + ".."),
                                Stream.ofNullable(LIBRARIES.get(name))))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(describe("primitive", ArchitectureTest::isPrimitive)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void thePackagesForJenkinsUseThoseBeforeThemOnly() {
        Set<String> wrong = new TreeSet<>();
        String root = ROOT + "." + JENKINS + ".";
        for (JavaClass each : OURS) {
            if (!each.getPackageName().startsWith(root)) {
                continue;
            }
            int place = place(root, each);
            assertTrue(place >= 0, each::getName);
            for (Dependency use : each.getDirectDependenciesFromSelf()) {
                if (place(root, use.getTargetClass()) > place) {
                    wrong.add(each.getName() + " uses " + use.getTargetClass().getName());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** A package's place in the order; -1 for one that is none of those. */
    private static int place(String root, JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root)
                ? FOR_JENKINS.indexOf(name.substring(root.length()).split("\\.", 2)[0])
                : -1;
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass each : OURS) {
            strangers.add(each.getPackageName().substring(ROOT.length()).split("\\.", 3)[1]);
        }
        strangers.removeAll(MAY_USE.keySet());
        strangers.remove(JENKINS);
        assertEquals(Set.of(), strangers);
    }

    private static boolean isPrimitive(JavaClass type) {
        return type.getBaseComponentType().isPrimitive();
    }
}
