package io.jenkins.plugins.gomodules.cli;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Fetches one small module from a proxy in this very process, over HTTP and over HTTPS, so that the JVM sees every class
 * that a prefetch uses and can archive them. Started by the launcher when it builds, never by users.
 */
final class TrainingRun {
    private static final String MODULE = "training.example/module";
    private static final String VERSION = "v1.0.0";
    private static final String STORE_PASSWORD = "training";
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

    private static int train(Path directory) throws Exception {
        Path zip = writeZip(directory.resolve("module.zip"));
        Path project = Files.createDirectories(directory.resolve("project"));
        Files.writeString(
                project.resolve("go.mod"),
                "module training.example/main\n\ngo 1.21\n\nrequire " + MODULE + " " + VERSION + "\n");
        Files.writeString(
                project.resolve("go.sum"),
                MODULE + " " + VERSION + " " + DirHash.ofZip(zip) + "\n" + MODULE + " " + VERSION + "/go.mod "
                        + DirHash.ofGoMod(GO_MOD) + "\n");
        Map<String, byte[]> files = Map.of(
                "info", bytes("{\"Version\":\"" + VERSION + "\",\"Time\":\"2024-01-01T00:00:00Z\"}"),
                "mod", GO_MOD,
                "zip", Files.readAllBytes(zip));
        int plain = train(directory, project, HttpServer.create(loopback(), 0), "http", files);
        HttpsServer secure = HttpsServer.create(loopback(), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(serverContext(directory)));
        return Math.max(plain, train(directory, project, secure, "https", files));
    }

    private static int train(
            Path directory, Path project, HttpServer server, String scheme, Map<String, byte[]> files) {
        serve(server, files);
        try {
            PrintStream console = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            List<String> words = List.of(
                    "prefetch",
                    "--json",
                    "--dir",
                    project.toString(),
                    "--modcache",
                    directory.resolve("cache-" + scheme).toString(),
                    "--goproxy",
                    scheme + "://127.0.0.1:" + server.getAddress().getPort());
            int cold = GomodMain.run(words, console, console);
            int warm = GomodMain.run(words, console, console);
            return Math.max(Math.max(cold, warm), verify(directory, project, scheme, console));
        } finally {
            server.stop(0);
        }
    }

    private static int verify(Path directory, Path project, String scheme, PrintStream console) {
        return GomodMain.run(
                List.of(
                        "verify",
                        "--json",
                        "--dir",
                        project.toString(),
                        "--modcache",
                        directory.resolve("cache-" + scheme).toString()),
                console,
                console);
    }

    private static InetSocketAddress loopback() throws IOException {
        return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    }

    /** A certificate for this one run, which this JVM is told to trust. */
    private static SSLContext serverContext(Path directory) throws Exception {
        Path store = directory.resolve("training.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "training",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .inheritIO()
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(keytool + " failed");
        }
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", STORE_PASSWORD);
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
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

    private static void serve(HttpServer server, Map<String, byte[]> files) {
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
        // Several connections at once, as in earnest.
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
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
