package io.jenkins.plugins.gomodules.goenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.testing.GoTool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same question to {@code go env} and to {@link GoEnvironment}, in many environments. */
class GoEnvironmentDifferentialTest {
    private static final List<String> NAMES = List.of(
            "GOPROXY",
            "GOPRIVATE",
            "GONOPROXY",
            "GONOSUMDB",
            "GOSUMDB",
            "GOMODCACHE",
            "GOPATH",
            "GOFLAGS",
            "GOTOOLCHAIN",
            "GOINSECURE",
            "GOVCS",
            "GOAUTH",
            "GO111MODULE",
            "GODEBUG",
            "GOENV",
            "GOROOT");

    @TempDir
    Path home;

    static List<List<String>> environments() throws IOException {
        List<List<String>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : resource("environments.txt").split("\n")) {
            if (line.isEmpty()) {
                blocks.add(new ArrayList<>());
            } else if (!line.startsWith("#")) {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        return blocks;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = GoEnvironmentDifferentialTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void findsWhatTheGoCommandFinds(List<String> lines) throws IOException, InterruptedException {
        Path go = GoTool.find().orElse(null);
        Assumptions.assumeTrue(go != null, "skipped: compares with the go command, and there is none on the PATH");
        Map<String, String> process = new LinkedHashMap<>();
        process.put("PATH", go.getParent().toString());
        StringBuilder file = new StringBuilder();
        for (String line : lines) {
            String text = line.replace("%HOME%", home.toString());
            if (text.startsWith("file:")) {
                file.append(text.substring(5)).append('\n');
            } else {
                int equals = text.indexOf('=');
                process.put(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        writeUserFiles(file.toString());

        GoEnvironment env =
                GoEnvironment.builder().environment(process).directory(home).build();

        List<String> asked = goEnv(go, process);
        for (int i = 0; i < NAMES.size(); i++) {
            assertEquals(asked.get(i), env.get(NAMES.get(i)), NAMES.get(i));
        }
    }

    private void writeUserFiles(String text) throws IOException {
        for (String directory : List.of(".config/go", "config/go", "b/.config/go")) {
            Files.createDirectories(home.resolve(directory));
            Files.writeString(home.resolve(directory).resolve("env"), text);
            // Otherwise the go command leaves a process behind that writes here when the directory is to be deleted.
            Path telemetry = Files.createDirectories(home.resolve(directory).resolve("telemetry"));
            Files.writeString(telemetry.resolve("mode"), "off");
        }
        Files.writeString(home.resolve("elsewhere"), "GOPROXY=https://elsewhere.example\n");
    }

    private List<String> goEnv(Path go, Map<String, String> process) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(go.toString(), "env"));
        command.addAll(NAMES);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().clear();
        builder.environment().putAll(process);
        builder.redirectError(home.resolve("stderr").toFile());
        Process run = builder.start();
        String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, run.waitFor(), () -> read(home.resolve("stderr")));
        List<String> values = List.of(out.split("\n", -1));
        assertTrue(values.size() > NAMES.size(), out);
        return values;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
