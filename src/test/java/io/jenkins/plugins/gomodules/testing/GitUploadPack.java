package io.jenkins.plugins.gomodules.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The fetching half of Git's smart HTTP protocol, by {@code git upload-pack --stateless-rpc}. */
final class GitUploadPack {

    private static final String ADVERTISEMENT = "/info/refs";
    private static final String EXCHANGE = "/git-upload-pack";

    private final Path repositories;

    GitUploadPack(Path repositories) {
        this.repositories = repositories;
    }

    Answer answer(RecordedRequest request, byte[] body) throws IOException, InterruptedException {
        String path = request.path();
        if (path.contains("..")) {
            return Answer.notFound(path);
        } else if (request.target().endsWith(ADVERTISEMENT + "?service=git-upload-pack")) {
            return advertisement(request, repository(path, ADVERTISEMENT));
        } else if (request.method().equals("POST") && path.endsWith(EXCHANGE)) {
            return exchange(request, repository(path, EXCHANGE), body);
        }
        return Answer.notFound(path);
    }

    private Path repository(String path, String end) {
        String name = path.substring(1, path.length() - end.length());
        return repositories.resolve(name.endsWith(".git") ? name : name + ".git");
    }

    private static Answer advertisement(RecordedRequest request, Path repository)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(repository)) {
            return Answer.notFound(request.path());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write("001e# service=git-upload-pack\n0000".getBytes(StandardCharsets.US_ASCII));
        all.write(git(request, new byte[0], "--advertise-refs", repository.toString()));
        return uncached(all.toByteArray(), "application/x-git-upload-pack-advertisement");
    }

    private static Answer exchange(RecordedRequest request, Path repository, byte[] body)
            throws IOException, InterruptedException {
        if (!Files.isDirectory(repository)) {
            return Answer.notFound(request.path());
        }
        byte[] plain = body;
        if (request.header("Content-Encoding").orElse("").equals("gzip")) {
            plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return uncached(git(request, plain, repository.toString()), "application/x-git-upload-pack-result");
    }

    private static Answer uncached(byte[] body, String contentType) {
        Answer answer = new Answer(200, body, contentType);
        answer.headers.put("Cache-Control", "no-cache");
        return answer;
    }

    private static byte[] git(RecordedRequest request, byte[] in, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "upload-pack", "--stateless-rpc"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        request.header("Git-Protocol")
                .ifPresent(version -> builder.environment().put("GIT_PROTOCOL", version));
        Process process = builder.start();
        try (OutputStream out = process.getOutputStream()) {
            out.write(in);
        }
        byte[] answer = process.getInputStream().readAllBytes();
        process.waitFor();
        return answer;
    }
}
