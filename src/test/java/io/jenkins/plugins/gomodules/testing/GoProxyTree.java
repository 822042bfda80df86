package io.jenkins.plugins.gomodules.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A file-system GOPROXY: the tree of files that a proxy's URLs name. */
public final class GoProxyTree {

    private final Path root;

    private GoProxyTree(Path root) {
        this.root = root;
    }

    public static GoProxyTree write(Path root, ModuleFixture... modules) throws IOException {
        return write(root, Arrays.asList(modules));
    }

    /** Adds the modules to the tree; the version lists grow by them. */
    public static GoProxyTree write(Path root, Collection<ModuleFixture> modules) throws IOException {
        for (ModuleFixture m : modules) {
            Files.createDirectories(file(root, m.listUrl()).getParent());
            Files.write(file(root, m.url("info")), m.info());
            Files.write(file(root, m.url("mod")), m.mod());
            Files.write(file(root, m.url("zip")), m.zip());
            Files.writeString(
                    file(root, m.listUrl()), m.version() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return new GoProxyTree(root);
    }

    public Path root() {
        return root;
    }

    /** For GOPROXY. */
    public String url() {
        return root.toUri().toString().replaceFirst("^file:/+", "file:///").replaceFirst("/$", "");
    }

    /** The file behind a path of a proxy such as {@link ModuleFixture#url} gives. */
    public Path file(String url) {
        return file(root, url);
    }

    /** A go.sum file that covers zips and go.mod files of these modules. */
    public static String goSum(ModuleFixture... modules) {
        return goSum(List.of(modules));
    }

    /** A go.sum file that covers zips and go.mod files of these modules. */
    public static String goSum(Collection<ModuleFixture> modules) {
        return modules.stream().map(ModuleFixture::goSumLines).collect(Collectors.joining());
    }

    private static Path file(Path root, String url) {
        return root.resolve(url.substring(1));
    }
}
