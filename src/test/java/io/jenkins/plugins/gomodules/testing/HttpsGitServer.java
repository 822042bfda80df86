package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Git over HTTPS (smart HTTP, fetching only) on a loopback address, with what the Git hosts of this world do around it:
 * logins by path, redirects, and the {@code ?go-get=1} pages that lead the go command from a module path to a repository.
 *
 * <p>{@link #offers offers("Authorization")} is every login that it was shown.
 */
public final class HttpsGitServer extends LoopbackHttpServer {

    private final GitUploadPack git;
    private final Map<String, String> logins = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    private record Page(String goImport, boolean open) {}

    private HttpsGitServer(String address, TestCertificate certificate, Path repositories) throws IOException {
        super(address, Optional.of(certificate));
        git = new GitUploadPack(repositories);
    }

    /** Serves the repositories below the directory to everybody. */
    public static HttpsGitServer start(String address, TestCertificate certificate, Path repositories)
            throws IOException {
        HttpsGitServer server = new HttpsGitServer(address, certificate, repositories);
        server.listen();
        return server;
    }

    /**
     * Answers 401 below a path to whoever does not log in so. With several prefixes the longest counts.
     *
     * @param prefix path components without a slash at either end, such as {@code team/lib}; empty for everything
     */
    public HttpsGitServer requireLogin(String prefix, String username, String password) {
        String login = username + ":" + password;
        logins.put(prefix, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Sends whoever asks for something below the path to the same place below the URL (302), logged in or not. */
    public HttpsGitServer redirect(String prefix, String url) {
        redirects.put(prefix, url);
        return this;
    }

    /**
     * Answers {@code ?go-get=1} below a path, whoever asks.
     *
     * @param path of the page, without a slash at either end
     * @param goImport prefix, version control system and URL: {@code git.corp.example/team/lib git https://…}
     */
    public HttpsGitServer goImport(String path, String goImport) {
        pages.put(path, new Page(goImport, true));
        return this;
    }

    /** Like {@link #goImport}, but only to those who log in as the path requires. */
    public HttpsGitServer goImportBehindLogin(String path, String goImport) {
        pages.put(path, new Page(goImport, false));
        return this;
    }

    @Override
    Answer answer(RecordedRequest request, byte[] body) throws IOException, InterruptedException {
        String path = request.path().substring(1);
        Optional<String> redirect = longest(redirects, path);
        if (redirect.isPresent()) {
            return redirected(redirects.get(redirect.get())
                    + request.target().substring(1 + redirect.get().length()));
        }
        Optional<Page> page =
                request.target().endsWith("go-get=1") ? longest(pages, path).map(pages::get) : Optional.empty();
        if (page.isPresent() && page.get().open()) {
            return page(page.get());
        }
        Optional<String> login = longest(logins, path).map(logins::get);
        if (login.isPresent() && !request.header("Authorization").equals(login)) {
            Answer answer = new Answer(401, "log in first\n".getBytes(StandardCharsets.UTF_8), "text/plain");
            answer.headers.put("WWW-Authenticate", "Basic realm=\"git\"");
            return answer;
        }
        return page.isPresent() ? page(page.get()) : git.answer(request, body);
    }

    private static Answer redirected(String location) {
        Answer answer = new Answer(302, new byte[0], "text/plain");
        answer.headers.put("Location", location);
        return answer;
    }

    private static Answer page(Page page) {
        String html = "<html><head><meta name=\"go-import\" content=\"" + page.goImport() + "\"></head></html>\n";
        return new Answer(200, html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    /** The longest key that is the path, a directory above it, or the same without ".git". */
    private static Optional<String> longest(Map<String, ?> byPrefix, String path) {
        return byPrefix.keySet().stream()
                .filter(prefix -> List.of("", "/", ".git/").stream()
                        .anyMatch(end -> prefix.isEmpty()
                                || (end.isEmpty() ? path.equals(prefix) : path.startsWith(prefix + end))))
                .max(Comparator.comparingInt(String::length));
    }
}
