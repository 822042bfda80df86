package io.jenkins.plugins.gomodules.cli;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import io.jenkins.plugins.gomodules.modzip.DirHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Fetches one small module from a proxy in this very process, so that the JVM sees every class that a prefetch uses and
 * can archive them. Started by the launcher when it builds, never by users.
 */
final class TrainingRun {
    private static final String MODULE = "training.example/module";
    private static final String VERSION = "v1.0.0";
    private static final byte[] GO_MOD = bytes("module " + MODULE + "\n\ngo 1.21\n");

    private TrainingRun() {}

    /** @param args the directory that JNA's native library is copied to, for the launcher to name */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("gomod-training-");
        int status;
        try {
            status = train(directory);
        } finally {
            ModCache.removeTree(directory);
        }
        if (status != GomodMain.EXIT_DONE) {
            throw new IllegalStateException("the training run failed with status " + status);
        }
        keepNativeLibrary(Path.of(args[0]));
    }

    private static int train(Path directory) throws IOException {
        Path zip = writeZip(directory.resolve("module.zip"));
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(
                project.resolve("go.mod"),
                "module training.example/main\n\ngo 1.21\n\nrequire " + MODULE + " " + VERSION + "\n");
        Files.writeString(
                project.resolve("go.sum"),
                MODULE + " " + VERSION + " " + DirHash.ofZip(zip) + "\n" + MODULE + " " + VERSION + "/go.mod "
                        + DirHash.ofGoMod(GO_MOD) + "\n");
        HttpServer server = serve(Map.of(
                "info", bytes("{\"Version\":\"" + VERSION + "\",\"Time\":\"2024-01-01T00:00:00Z\"}"),
                "mod", GO_MOD,
                "zip", Files.readAllBytes(zip)));
        try {
            PrintStream console = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            List<String> words = List.of(
                    "prefetch",
                    "--json",
                    "--dir",
                    project.toString(),
                    "--modcache",
                    directory.resolve("cache").toString(),
                    "--goproxy",
                    "http://127.0.0.1:" + server.getAddress().getPort());
            int cold = GomodMain.run(words, console, console);
            int warm = GomodMain.run(words, console, console);
            return Math.max(cold, warm);
        } finally {
            server.stop(0);
        }
    }

    private static Path writeZip(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(MODULE + "@" + VERSION + "/go.mod"));
            zip.write(GO_MOD);
            zip.putNextEntry(new ZipEntry(MODULE + "@" + VERSION + "/pkg/pkg.go"));
            zip.write(bytes("package pkg\n"));
        }
        return file;
    }

    private static HttpServer serve(Map<String, byte[]> files) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        Map<String, byte[]> byPath = new HashMap<>();
        files.forEach((suffix, content) -> byPath.put("/" + MODULE + "/@v/" + VERSION + "." + suffix, content));
        server.createContext("/", exchange -> {
            byte[] content = byPath.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
            if (content != null) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    /** JNA unpacks its library from the jar at every start unless it finds it where jna.boot.library.path points. */
    private static void keepNativeLibrary(Path directory) throws IOException {
        String name = System.mapLibraryName("jnidispatch");
        Path kept = directory.resolve(name);
        if (Files.exists(kept)) {
            return;
        }
        Files.copy(
                Native.extractFromResourcePath(
                                "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + name, Native.class.getClassLoader())
                        .toPath(),
                kept,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
