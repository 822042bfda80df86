package io.jenkins.plugins.gomodules.jenkins.view;

import java.util.ArrayList;
import java.util.List;

/** The causes found in one step: the root, and what follows from it. */
public final class StepCauses {
    private final CauseCard root;
    private final List<CauseCard> others = new ArrayList<>();

    StepCauses(CauseCard root) {
        this.root = root;
    }

    void add(CauseCard other) {
        others.add(other);
    }

    public CauseCard getRoot() {
        return root;
    }

    public List<CauseCard> getOthers() {
        return List.copyOf(others);
    }
}
