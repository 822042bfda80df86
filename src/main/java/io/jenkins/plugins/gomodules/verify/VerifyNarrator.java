package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.goenv.Setting;
import io.jenkins.plugins.gomodules.modgraph.MainModule;
import io.jenkins.plugins.gomodules.modgraph.MainModules;
import io.jenkins.plugins.gomodules.module.GoText;
import io.jenkins.plugins.gomodules.modzip.FileChange;
import io.jenkins.plugins.gomodules.modzip.TreeRemark;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Tells the person at the console what was checked, and what was found. */
final class VerifyNarrator {
    private static final int MOST_NAMES = 10;
    private static final int MOST_FILES = 20;

    private final Consumer<String> console;

    VerifyNarrator(Consumer<String> console) {
        this.console = console;
    }

    void cache(Setting modCache) {
        console.accept("Module cache " + modCache.value() + "  (" + modCache.origin() + ")");
    }

    void project(MainModules project) {
        List<MainModule> modules = project.modules();
        if (project.work().isPresent()) {
            console.accept("Workspace " + project.root() + " with " + count(modules.size(), "module"));
        } else {
            console.accept("Module " + modules.get(0).path() + " in " + project.root());
        }
    }

    void progress(int done, int of) {
        console.accept("  " + done + " of " + count(of, "module") + " read");
    }

    void report(VerifyReport report) {
        report.notices().forEach(notice -> console.accept("Note: " + notice));
        for (TreeRemark.Kind kind : TreeRemark.Kind.values()) {
            remarks(kind, report.remarks());
        }
        console.accept(total(report));
        report.findings().forEach(this::finding);
    }

    private void remarks(TreeRemark.Kind kind, List<Remark> remarks) {
        int found = 0;
        StringBuilder names = new StringBuilder();
        for (Remark remark : remarks) {
            if (remark.remark().kind() == kind && found++ < MOST_NAMES) {
                names.append(names.length() == 0 ? "" : ", ").append(remark.module());
                names.append(' ').append(GoText.quote(remark.remark().file()));
            }
        }
        if (found > 0) {
            console.accept("Note: " + kind.id() + ", in extracted modules (" + found
                    + "), which the go command does not make: " + names + (found > MOST_NAMES ? ", ..." : ""));
        }
    }

    private static String total(VerifyReport report) {
        StringBuilder text = new StringBuilder(count(report.modules(), "module"));
        text.append(": ").append(report.verified()).append(" as go.sum lists them");
        append(text, report.database(), " as the checksum database has them (go.sum does not list them)");
        append(text, report.recorded(), " as they were stored (go.sum does not list them)");
        append(text, report.absent(), " not in the cache");
        append(text, report.local(), " replaced by directories, not checked");
        append(text, report.findings().size(), report.findings().size() == 1 ? " failure" : " failures");
        text.append("; ").append(count(report.files(), "file")).append(", ");
        text.append(report.bytes() + 524_288 >> 20).append(" MiB hashed in ");
        return text.append(report.millis()).append(" ms.").toString();
    }

    private static void append(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(what);
        }
    }

    private void finding(Finding finding) {
        String name = finding.name().isEmpty() ? "" : finding.name() + ": ";
        console.accept("FAILED [" + finding.cause() + "] " + name + finding.message());
        List<FileChange> first = finding.changes().first();
        int shown = Math.min(MOST_FILES, first.size());
        for (FileChange change : first.subList(0, shown)) {
            console.accept("  " + change.kind().id() + "  " + GoText.quote(change.file()));
        }
        if (finding.changes().count() > shown && shown > 0) {
            console.accept("  and " + (finding.changes().count() - shown) + " more");
        }
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Names some and says how many more there are. */
    static String some(Collection<?> things) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (Object thing : things) {
            if (shown++ == MOST_NAMES) {
                return text.append(" and ")
                        .append(things.size() - MOST_NAMES)
                        .append(" more")
                        .toString();
            }
            text.append(text.length() == 0 ? "" : ", ").append(thing);
        }
        return text.toString();
    }
}
