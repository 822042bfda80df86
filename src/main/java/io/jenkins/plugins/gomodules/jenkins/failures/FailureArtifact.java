package io.jenkins.plugins.gomodules.jenkins.failures;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import io.jenkins.plugins.gomodules.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** The result as an artifact of the build, in the form that {@code gomod classify --json} has. */
final class FailureArtifact {
    static final String NAME = "go-failure-analysis.json";

    private FailureArtifact() {}

    static void write(Run<?, ?> build, AnalysisResult result) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("go-failure-analysis");
        FilePath workspace = new FilePath(directory.toFile());
        try {
            Files.writeString(directory.resolve(NAME), json(build, result), StandardCharsets.UTF_8);
            StreamBuildListener listener =
                    new StreamBuildListener(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
            build.pickArtifactManager()
                    .archive(workspace, Jenkins.get().createLauncher(listener), listener, Map.of(NAME, NAME));
        } finally {
            workspace.deleteRecursive();
        }
    }

    static String json(Run<?, ?> build, AnalysisResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("log", build.getExternalizableId());
        object.put("cut", result.isCut());
        List<Object> causes = new ArrayList<>();
        result.causes().forEach(cause -> causes.add(CauseMap.of(cause)));
        object.put("causes", causes);
        return JsonWriter.writeIndented(object) + "\n";
    }
}
