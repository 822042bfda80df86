package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modzip.TreeRemark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what the checks come to. */
final class Tally {
    private final Map<ModuleCheck.Result, Integer> results = new EnumMap<>(ModuleCheck.Result.class);
    private final List<Remark> remarks = new ArrayList<>();
    private long files;
    private long bytes;

    /** @param used whether the build uses the module; one that it does not is not counted as one of its modules */
    void add(ModuleCheck check, ModuleCheck.Result result, boolean used) {
        if (used) {
            results.merge(result, 1, Integer::sum);
        }
        files += check.zip().files() + check.tree().files();
        bytes += check.zip().bytes() + check.tree().bytes();
        for (TreeRemark remark : check.tree().remarks()) {
            if (remarks.size() < VerifyReport.MAX_REMARKS) {
                remarks.add(new Remark(check.module().toString(), remark));
            }
        }
    }

    int count(ModuleCheck.Result result) {
        return results.getOrDefault(result, 0);
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
