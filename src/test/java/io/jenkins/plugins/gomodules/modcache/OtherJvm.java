package io.jenkins.plugins.gomodules.modcache;

import com.sun.jna.Native;
import io.jenkins.plugins.gomodules.testing.ModuleFixture;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Main classes of tests in a JVM of their own, to be run under limits and to be killed. */
final class OtherJvm {

    private OtherJvm() {}

    /** A process and all that it printed. */
    record Result(int exit, String out) {}

    /** The command line; put others before it to run it under them. */
    static List<String> command(Class<?> main, String... arguments) {
        return command(classPath(ModCache.class, OtherJvm.class, Native.class), main, arguments);
    }

    static List<String> command(String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Java 24 and later warn when JNA loads its library, unless they are told to expect it
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Where these classes and the fixtures are. */
    static String classPath(Class<?>... classes) {
        Set<String> places = new LinkedHashSet<>();
        try {
            for (Class<?> c : classes) {
                places.add(place(c));
            }
            places.add(place(ModuleFixture.class));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        return String.join(File.pathSeparator, places);
    }

    private static String place(Class<?> c) throws URISyntaxException {
        return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Runs a command to its end. */
    static Result run(List<String> command) throws Exception {
        return run(new ProcessBuilder(command));
    }

    static Result run(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }
}
