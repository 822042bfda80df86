package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.module.ModuleVersion;
import io.jenkins.plugins.gomodules.modzip.TreeRemark;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what is wrong with a module, and what to do. */
final class Sentences {
    /** The bytes are not those that were stored, or cannot be read. */
    private static final String CORRUPT = "cache-corrupt";

    /** The bytes were stored like this, and are not those that go.sum lists. */
    private static final String MISMATCH = "checksum-mismatch";

    private final ModuleVersion module;
    private final Path zip;
    private final Path directory;
    private final String right;
    private final boolean listed;

    /**
     * @param right the hash that everything should have, {@code ""} if none is known
     * @param listed whether it is from go.sum
     */
    Sentences(ModuleVersion module, Path zip, Path directory, String right, boolean listed) {
        this.module = module;
        this.zip = zip;
        this.directory = directory;
        this.right = right;
        this.listed = listed;
    }

    private Finding finding(Part part, String cause, String message, Path file, String actual, FileChanges changes) {
        return new Finding(
                module.path(), module.version(), part, cause, message, file.toString(), right, actual, changes);
    }

    private String shouldBe() {
        return listed ? "go.sum says " + right : "it was " + right + " when the module was stored";
    }

    Finding otherThanListed(boolean zipThere, String actual) {
        return finding(
                zipThere ? Part.ZIP : Part.TREE,
                MISMATCH,
                "SECURITY: what the cache has of the module, and the hash recorded with it, is " + actual
                        + ", but go.sum says " + right
                        + ". Either another module than the one of go.sum was downloaded, or zip, files and recorded hash"
                        + " were replaced together, or go.sum was changed. Find out which before you remove "
                        + zip + " and " + directory + ".",
                zipThere ? zip : directory,
                actual,
                FileChanges.UNKNOWN);
    }

    Finding recordMissing(Path zipHash, Look zipNow, boolean zipRight) {
        String state = !zipNow.isReadable() || !listed
                ? "so nothing says what the module was when it was stored"
                : zipRight ? "though the zip is the one that go.sum lists" : "and the zip is not the one of go.sum";
        return finding(
                Part.ZIP_HASH,
                CORRUPT,
                "the hash that was recorded with the zip is missing or unreadable, " + state + ". Remove " + zip
                        + "; it is fetched again.",
                zipHash,
                "",
                FileChanges.UNKNOWN);
    }

    Finding recordWrong(Path zipHash, String actual) {
        return finding(
                Part.ZIP_HASH,
                CORRUPT,
                "the hash recorded with the zip is " + actual + ", but " + shouldBe()
                        + ", and that is what the module has. The file was changed; remove it and " + zip
                        + ", which is fetched again.",
                zipHash,
                actual,
                FileChanges.UNKNOWN);
    }

    Finding zipChanged(String actual, FileChanges changes, boolean treeRight) {
        return finding(
                Part.ZIP,
                CORRUPT,
                "the zip was changed: its hash is " + actual + ", but " + shouldBe()
                        + by(changes, "the extracted files", treeRight)
                        + ". Remove " + zip + "; it is fetched again.",
                zip,
                actual,
                changes);
    }

    Finding zipBroken(IOException problem) {
        return finding(
                Part.ZIP,
                cause(problem),
                "the zip cannot be read: " + text(problem) + ". Remove " + zip + "; it is fetched again.",
                zip,
                "",
                FileChanges.UNKNOWN);
    }

    Finding treeChanged(Look tree, FileChanges changes, boolean zipRight) {
        return finding(
                Part.TREE,
                CORRUPT,
                "the extracted files were changed: their hash is " + tree.hash() + ", but " + shouldBe()
                        + by(changes, "the zip", zipRight)
                        + spoiled(tree) + ". Remove " + directory + (zipRight ? "" : " and " + zip)
                        + "; the files are extracted again.",
                directory,
                tree.hash(),
                changes);
    }

    Finding treeUnreadable(IOException problem) {
        return finding(
                Part.TREE,
                cause(problem),
                "the extracted files cannot be read: " + text(problem) + ". Remove " + directory
                        + "; they are extracted again.",
                directory,
                "",
                FileChanges.UNKNOWN);
    }

    private static String by(FileChanges changes, String reference, boolean referenceRight) {
        if (changes.count() == 0) {
            return "; there is nothing to compare it with by file";
        }
        return "; against " + reference + (referenceRight ? "" : ", which are not as they should be either") + ": "
                + changes;
    }

    private static String spoiled(Look tree) {
        for (TreeRemark remark : tree.remarks()) {
            if (remark.kind().spoils()) {
                return "; " + GoText.quote(remark.file()) + " is a "
                        + remark.kind().id();
            }
        }
        return "";
    }

    private static String cause(IOException problem) {
        return problem instanceof AccessDeniedException ? "cache-permission" : CORRUPT;
    }

    private static String text(IOException problem) {
        if (problem instanceof NotDirectoryException) {
            return "a file or a symbolic link stands where the directory should be";
        }
        if (problem instanceof AccessDeniedException denied) {
            return "user " + System.getProperty("user.name") + " has no permission for " + denied.getFile();
        }
        if (problem instanceof FileSystemException file && file.getReason() == null) {
            return file.getClass().getSimpleName() + ": " + file.getFile();
        }
        return String.valueOf(problem.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }
}
