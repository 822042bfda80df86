package io.jenkins.plugins.gomodules.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One module version, as the bytes that a module proxy serves of it.
 *
 * @param path the module path, unescaped
 * @param version the version, unescaped
 * @param info the body of {@code @v/<version>.info}
 * @param mod the body of {@code @v/<version>.mod}
 * @param zip the body of {@code @v/<version>.zip}
 * @param zipHash the h1 hash that go.sum holds of the zip
 */
public record ModuleFixture(String path, String version, byte[] info, byte[] mod, byte[] zip, String zipHash) {

    /** A module with a go.mod file at go 1.21 and one Go file, to be refined. */
    public static Builder module(String path, String version) {
        return new Builder(path, version);
    }

    /** Capital letters as {@code !} and the small letter. */
    public static String escape(String text) {
        return text.replaceAll("([A-Z])", "!$1").toLowerCase(Locale.ROOT);
    }

    /** The h1 hash that go.sum holds of the go.mod file. */
    public String modHash() {
        return Hashes.h1(Map.of("go.mod", mod));
    }

    /** The two lines of go.sum. */
    public String goSumLines() {
        return path + " " + version + " " + zipHash + "\n" + goModSumLine();
    }

    /** The line of go.sum for a module of which only the go.mod file is needed. */
    public String goModSumLine() {
        return path + " " + version + "/go.mod " + modHash() + "\n";
    }

    /** Path on a proxy, beginning with a slash. The suffix is "info", "mod" or "zip". */
    public String url(String suffix) {
        return "/" + escape(path) + "/@v/" + escape(version) + "." + suffix;
    }

    /** Path of the version list on a proxy. */
    public String listUrl() {
        return "/" + escape(path) + "/@v/list";
    }

    /** The same module, its zip replaced; go.sum keeps the hash of the honest one. */
    public ModuleFixture withZip(byte[] otherZip) {
        return new ModuleFixture(path, version, info, mod, otherZip, zipHash);
    }

    /** The same module, its go.mod on the proxy replaced. */
    public ModuleFixture withMod(String otherMod) {
        return new ModuleFixture(path, version, info, otherMod.getBytes(StandardCharsets.UTF_8), zip, zipHash);
    }

    /** The same module, its .info on the proxy replaced. */
    public ModuleFixture withInfo(String otherInfo) {
        return new ModuleFixture(path, version, otherInfo.getBytes(StandardCharsets.UTF_8), mod, zip, zipHash);
    }

    @Override
    public String toString() {
        return path + "@" + version;
    }

    /** Collects what a module holds. */
    public static final class Builder {
        private final String path;
        private final String version;
        private final StringBuilder requires = new StringBuilder();
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private String go = "1.21";
        private String goMod;
        private boolean goModInZip = true;
        private String time = "2024-01-02T03:04:05Z";
        private boolean stored;

        private Builder(String path, String version) {
            this.path = path;
            this.version = version;
            String name = path.replaceFirst("/v[0-9]+$", "").replaceFirst("\\.v[0-9]+$", "");
            name = name.substring(name.lastIndexOf('/') + 1)
                    .replaceAll("[^a-zA-Z0-9]", "")
                    .toLowerCase(Locale.ROOT);
            file(
                    name + ".go",
                    "package " + name + "\n\n// Version of this module.\nconst Version = \"" + version + "\"\n");
        }

        /** The go line; "" for none. */
        public Builder go(String goVersion) {
            go = goVersion;
            return this;
        }

        public Builder requires(String modulePath, String moduleVersion) {
            requires.append("\nrequire ")
                    .append(modulePath)
                    .append(' ')
                    .append(moduleVersion)
                    .append('\n');
            return this;
        }

        public Builder requires(ModuleFixture other) {
            return requires(other.path(), other.version());
        }

        /** A requirement with the comment {@code // indirect}. */
        public Builder requiresIndirect(ModuleFixture other) {
            requires.append("\nrequire ")
                    .append(other.path())
                    .append(' ')
                    .append(other.version())
                    .append(" // indirect\n");
            return this;
        }

        /** The whole go.mod file, instead of one made of {@link #go} and {@link #requires}. */
        public Builder goMod(String text) {
            goMod = text;
            return this;
        }

        /** No go.mod file in the zip: a module from before modules, whose .mod a proxy makes up. */
        public Builder withoutGoMod() {
            goModInZip = false;
            go = "";
            return this;
        }

        public Builder file(String name, String text) {
            return file(name, text.getBytes(StandardCharsets.UTF_8));
        }

        public Builder file(String name, byte[] data) {
            files.put(name, data);
            return this;
        }

        public Builder withoutFiles() {
            files.clear();
            return this;
        }

        /** The commit time in .info, RFC 3339. */
        public Builder time(String rfc3339) {
            time = rfc3339;
            return this;
        }

        /** Zip entries without compression. */
        public Builder stored() {
            stored = true;
            return this;
        }

        public ModuleFixture build() {
            byte[] mod = goModText().getBytes(StandardCharsets.UTF_8);
            String prefix = path + "@" + version + "/";
            Map<String, byte[]> entries = new TreeMap<>();
            if (goModInZip) {
                entries.put(prefix + "go.mod", mod);
            }
            files.forEach((name, data) -> entries.put(prefix + name, data));
            byte[] zip = Zips.of(entries, stored);
            String info = "{\"Version\":\"" + version + "\",\"Time\":\"" + time + "\"}";
            return new ModuleFixture(
                    path, version, info.getBytes(StandardCharsets.UTF_8), mod, zip, Hashes.h1(entries));
        }

        private String goModText() {
            if (goMod != null) {
                return goMod;
            }
            return "module " + path + "\n" + (go.isEmpty() ? "" : "\ngo " + go + "\n") + requires;
        }
    }
}
