package io.jenkins.plugins.gomodules.modzip;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the central directory of a module zip must fulfil, entry by entry, before anything is inflated.
 *
 * @see <a href="https://go.dev/ref/mod#zip-path-size-constraints">Go Modules Reference: file path and size constraints</a>
 */
final class ZipRules {

    /** Longest zip, and most that it may inflate to, in bytes: 500 MiB. */
    static final long MAX_ZIP = 500L << 20;

    /** Longest go.mod and longest LICENSE in the module's root, in bytes: 16 MiB. */
    static final long MAX_ROOT_FILE = 16L << 20;

    private static final byte[] GO_MOD = {'g', 'o', '.', 'm', 'o', 'd'};
    private static final byte[] LICENSE = {'L', 'I', 'C', 'E', 'N', 'S', 'E'};

    private final CentralDirectory directory;
    private final byte[] bytes;
    private final byte[] prefix;
    private final PathTable paths;
    private long total;

    ZipRules(CentralDirectory directory, ModuleVersion module) {
        this.directory = directory;
        this.bytes = directory.bytes();
        this.prefix = module.toString().concat("/").getBytes(StandardCharsets.UTF_8);
        this.paths = new PathTable(bytes);
    }

    /** Length of {@code module@version/}, in bytes, which every entry's name has in front. */
    int prefixLength() {
        return prefix.length;
    }

    /** The first entry's problem as a sentence, and how many more entries have one; null if the zip is in order. */
    String problem() {
        String first = null;
        int more = 0;
        for (int i = 0; i < directory.count(); i++) {
            String problem = problem(i);
            if (problem == null) {
                continue;
            }
            if (first == null) {
                first = "entry " + directory.quotedName(i) + ": " + problem;
            } else {
                more++;
            }
        }
        return more == 0
                ? first
                : first + " (and " + more + (more == 1 ? " more entry is" : " more entries are") + " wrong)";
    }

    private String problem(int i) {
        int start = directory.nameStart(i);
        int end = directory.nameEnd(i);
        if (end - start < prefix.length
                || !Arrays.equals(bytes, start, start + prefix.length, prefix, 0, prefix.length)) {
            return "its name does not start with " + GoText.quote(new String(prefix, StandardCharsets.UTF_8));
        }
        start += prefix.length;
        if (start == end) {
            return contentProblem(i, true);
        }
        boolean isDirectory = directory.isDirectory(i);
        if (isDirectory) {
            end--;
        }
        String problem = FileNames.areFine(bytes, start, end) ? null : pathProblem(start, end);
        if (problem == null) {
            problem = paths.add(start, end, isDirectory);
        }
        if (problem == null && !isDirectory) {
            problem = fileProblem(i, start, end);
        }
        return problem != null ? problem : contentProblem(i, isDirectory);
    }

    private String pathProblem(int start, int end) {
        String path;
        try {
            path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return "its name is not UTF-8";
        }
        try {
            ModulePath.checkFilePath(path);
            return null;
        } catch (InvalidModuleException e) {
            return e.getMessage();
        }
    }

    private String fileProblem(int i, int start, int end) {
        int base = end;
        while (base > start && bytes[base - 1] != '/') {
            base--;
        }
        boolean inRoot = base == start;
        if (isGoModInAnyCase(base, end)) {
            if (!inRoot) {
                return "a go.mod file may only be in the module's root directory";
            }
            if (!is(GO_MOD, base, end)) {
                return "go.mod must be written in lower case";
            }
        }
        long size = directory.size(i);
        if (size > MAX_ZIP - total) {
            total = MAX_ZIP;
            return "with it the module's files are larger than " + MAX_ZIP + " bytes (500 MiB) in total";
        }
        total += size;
        if (inRoot && size > MAX_ROOT_FILE && (is(GO_MOD, base, end) || is(LICENSE, base, end))) {
            return "is " + size + " bytes long, more than the " + MAX_ROOT_FILE + " (16 MiB) it may have";
        }
        return null;
    }

    /** What the go command would find out when it reads the entry, as far as the directory tells. */
    private String contentProblem(int i, boolean isDirectory) {
        if (isDirectory) {
            return directory.size(i) == 0 ? null : "a directory must have no content";
        }
        if (directory.isEncrypted(i)) {
            return "is encrypted";
        }
        int method = directory.method(i);
        return method == 0 || method == 8 ? null : "is compressed by method " + method + ", not deflated or stored";
    }

    private boolean isGoModInAnyCase(int start, int end) {
        if (end - start != GO_MOD.length) {
            return false;
        }
        for (int i = 0; i < GO_MOD.length; i++) {
            byte b = bytes[start + i];
            if ((b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b) != GO_MOD[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean is(byte[] name, int start, int end) {
        return Arrays.equals(bytes, start, end, name, 0, name.length);
    }
}
