package io.jenkins.standin.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.server.command.AbstractCommandSupport;

/** The one command that the SSH server runs: the machine's {@code git upload-pack} on a repository below a directory. */
final class UploadPack extends AbstractCommandSupport {
    /** Git's clients quote the path. */
    private static final Pattern COMMAND = Pattern.compile("git[- ]upload-pack '/([\\w/-]+(?:\\.git)?)'");

    private final Path repositories;

    UploadPack(String command, Path repositories) {
        super(command, null);
        this.repositories = repositories;
    }

    @Override
    public void run() {
        try {
            onExit(serve());
        } catch (IOException e) {
            onExit(1, e.getMessage());
        } catch (InterruptedException e) {
            onExit(1, "interrupted");
        }
    }

    private int serve() throws IOException, InterruptedException {
        Matcher asked = COMMAND.matcher(getCommand());
        Path repository = asked.matches() ? repository(asked.group(1)) : null;
        if (repository == null || !Files.isDirectory(repository)) {
            getErrorStream().write("There is no such repository here.\n".getBytes(StandardCharsets.UTF_8));
            getErrorStream().flush();
            return 1;
        }
        ProcessBuilder builder = new ProcessBuilder("git", "upload-pack", repository.toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        Process git = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Thread questions = new Thread(() -> ask(git), "questions for git upload-pack");
            questions.setDaemon(true);
            questions.start();
            copy(git.getInputStream(), getOutputStream());
            return git.waitFor();
        } finally {
            git.destroy();
        }
    }

    private Path repository(String name) {
        return repositories.resolve(name.endsWith(".git") ? name : name + ".git");
    }

    private void ask(Process git) {
        try (OutputStream questions = git.getOutputStream()) {
            copy(getInputStream(), questions);
        } catch (IOException e) {
            // one of the two has ended the conversation, and the other one learns it from its own stream
            return;
        }
    }

    /** Both sides wait for answers, so nothing may wait in a buffer. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }
}
