package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.ClassifierContext;
import io.jenkins.plugins.gomodules.failure.Diagnosis;
import io.jenkins.plugins.gomodules.failure.UserRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file as a log, on whatever machine. */
public final class LogFile {
    private LogFile() {}

    /**
     * Finds out what the file tells of failures.
     *
     * @param limit the most bytes to read; of a longer file it is the begin and the end
     */
    public static Diagnosis classify(Path file, long limit, List<UserRule> rules, ClassifierContext context)
            throws IOException {
        long length = Files.size(file);
        try (LogStream stream = LogStream.open(file.toFile(), () -> LogRanges.whole(length), limit)) {
            Diagnosis read = KnownCauses.classifier(rules).classify(new PlainLog(stream), context);
            return new Diagnosis(read.causes().stream()
                    .map(cause -> CheckedCauses.numbered(cause, 1, stream.lastNumberedLine()))
                    .toList());
        }
    }
}
