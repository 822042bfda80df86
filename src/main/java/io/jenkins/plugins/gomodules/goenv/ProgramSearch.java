package io.jenkins.plugins.gomodules.goenv;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a program as a shell would: in the directories of {@code PATH}, on Windows with each ending of {@code PATHEXT}.
 * Relative directories in {@code PATH} are passed over: what they hold depends on where one stands, and in a build that
 * is somebody's source tree.
 */
public final class ProgramSearch {
    private final HostOs os;
    private final Variables env;

    /**
     * @param os whose rules apply
     * @param env the environment to take {@code PATH} and {@code PATHEXT} from
     */
    public ProgramSearch(HostOs os, Map<String, String> env) {
        this(os, new Variables(os, env));
    }

    ProgramSearch(HostOs os, Variables env) {
        this.os = os;
        this.env = env;
    }

    /** The program's file, or empty when no directory has an executable file of that name. */
    public Optional<Path> find(String program) {
        List<String> endings = endings();
        for (String directory : os.splitList(env.get("PATH"))) {
            if (!os.isAbsolute(directory)) {
                continue;
            }
            for (String ending : endings) {
                try {
                    Path file = Path.of(directory, program + ending);
                    if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                        return Optional.of(file);
                    }
                } catch (InvalidPathException e) {
                    break; // a directory that cannot exist here
                }
            }
        }
        return Optional.empty();
    }

    /** What is put behind a program's name. */
    List<String> endings() {
        if (os != HostOs.WINDOWS) {
            return List.of("");
        }
        String list = env.get("PATHEXT");
        List<String> endings = new ArrayList<>();
        for (String ending : os.splitList(list.isEmpty() ? ".com;.exe;.bat;.cmd" : list)) {
            if (!ending.isEmpty()) {
                endings.add(ending.startsWith(".") ? ending : "." + ending);
            }
        }
        return endings;
    }
}
