package io.jenkins.plugins.gomodules.modzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.gomodules.module.InvalidModuleException;
import io.jenkins.plugins.gomodules.module.ModulePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    /** Every short sequence of pieces: whatever the quick look passes, the rules pass. */
    @Test
    void neverPassesWhatTheRulesRefuse() {
        String[] pieces = {
            "a", "Z", "0", ".", "/", "-", "_", " ", "con", "COM", "1", "0", "nul", "lpt9", "\u00e9", "\\", "\0"
        };
        List<String> names = new ArrayList<>(List.of(""));
        int passed = 0;
        for (int start = 0, length = 0; length < 4; length++) {
            int end = names.size();
            for (int i = start; i < end; i++) {
                for (String piece : pieces) {
                    names.add(names.get(i) + piece);
                }
            }
            start = end;
        }
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            if (FileNames.areFine(bytes, 0, bytes.length)) {
                passed++;
                assertTrue(isAllowed(name), name);
            }
        }
        assertTrue(passed > 10_000, "passed only " + passed);
    }

    @Test
    void passesOrdinaryNames() {
        for (String name : new String[] {
            "go.mod",
            "a/b/c.go",
            "LICENSE",
            ".github/workflows/test.yml",
            "internal/a_b-c+d/E9.pb.go",
            "console/con_.go",
            "com/x.go",
            "com10.txt",
            "nulls/aux2"
        }) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            assertEquals(true, FileNames.areFine(bytes, 0, bytes.length), name);
        }
    }

    private static boolean isAllowed(String name) {
        try {
            ModulePath.checkFilePath(name);
            return true;
        } catch (InvalidModuleException e) {
            return false;
        }
    }
}
