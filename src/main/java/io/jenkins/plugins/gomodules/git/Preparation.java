package io.jenkins.plugins.gomodules.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of {@link GitAccess#prepare}. */
final class Preparation {
    private final List<BoundHost> hosts;
    private final Machine machine;
    private final Programs programs;
    private final AgentKeys keys;
    private final OwnFiles files;
    private final Surroundings around;
    private final List<String> notices = new ArrayList<>();

    Preparation(List<BoundHost> hosts, Machine machine, KeyAgentStarter starter) {
        this.hosts = hosts.stream()
                .sorted(Comparator.comparingInt(
                                (BoundHost each) -> each.binding().path().length())
                        .thenComparing(each -> each.binding().place())
                        .thenComparing(each -> each.binding().protocol()))
                .toList();
        this.machine = machine;
        this.programs = new Programs(machine);
        this.keys = new AgentKeys(programs, starter);
        this.files = new OwnFiles(machine);
        this.around = Surroundings.of(machine);
    }

    GitVariables run() throws IOException, InterruptedException {
        checkNoneTwice();
        boolean git = checkGit();
        RewriteRules rules = new RewriteRules();
        String sshConfig =
                new SshSetup(machine, programs, keys, files, around, notices).prepare(of(HostProtocol.SSH), rules);
        List<BoundHost> logins = of(HostProtocol.HTTPS).stream()
                .filter(each -> each.secret().isPresent())
                .toList();
        for (BoundHost each : logins) {
            HostBinding binding = each.binding();
            notices.add(binding.place() + " over HTTPS with " + Fields.quote(binding.credentialsId()));
        }
        for (BoundHost each : of(HostProtocol.HTTPS)) {
            // Stays as it is even where a rule for a shorter path would turn it into something else.
            String url = each.binding().httpsPrefix();
            rules.add(url, url);
        }
        String netrc = netrc(logins);
        String goAuth = goAuth(logins);
        if (git) {
            notices.addAll(new UserRewrites(programs).conflicts(hosts));
        }
        String rewrites = files.write(rules.file());
        String helpers = files.write(LoginFiles.helpers(logins, files));
        PreparedFiles prepared = new PreparedFiles(rewrites, helpers, sshConfig, netrc, goAuth);
        return new GitVariables(prepared, around, keys.environment(), notices);
    }

    private List<BoundHost> of(HostProtocol protocol) {
        return hosts.stream()
                .filter(each -> each.binding().protocol() == protocol)
                .toList();
    }

    private void checkNoneTwice() throws GitAccessException {
        Set<String> seen = new HashSet<>();
        for (BoundHost each : hosts) {
            HostBinding binding = each.binding();
            String protocol = binding.protocol().id();
            if (!seen.add(protocol + " " + binding.place())) {
                throw new GitAccessException(
                        "auth-denied",
                        binding.place() + " is bound twice with protocol '" + protocol
                                + "'; leave one of the two bindings out, or give them different paths");
            }
        }
    }

    /** Whether there is a Git to configure; without one the go command still gets its logins. */
    private boolean checkGit() throws GitAccessException, InterruptedException {
        Optional<Machine.Output> output = programs.run(List.of("git", "--version"), Map.of(), Programs.LIMIT);
        Optional<GitVersion> version = output.flatMap(each -> GitVersion.parse(each.text()));
        if (version.isEmpty()) {
            String said =
                    output.map(Preparation::unusable).orElse("There is no git on the machine where the build runs");
            if (!of(HostProtocol.SSH).isEmpty()) {
                throw new GitAccessException(
                        "vcs-missing",
                        said + ", and what is bound over SSH is fetched by Git; install Git " + GitVersion.NEEDED
                                + " or later there, in a container: in its image");
            }
            notices.add(said + ": only the go command itself gets the logins");
            return false;
        }
        if (!version.get().isEnough()) {
            throw new GitAccessException(
                    "vcs-missing",
                    "Git " + version.get().text() + " on the machine where the build runs is too old to be given"
                            + " credentials for single hosts; install Git " + GitVersion.NEEDED + " or later");
        }
        return true;
    }

    private static String unusable(Machine.Output output) {
        return output.exit() < 0
                ? "git --version did not come to an end within " + Programs.LIMIT.toSeconds() + " seconds"
                : "git --version does not say which Git it is (" + Programs.lastLine(output.text()) + ")";
    }

    private String netrc(List<BoundHost> logins) throws IOException, InterruptedException {
        String ours = new Netrc(logins, notices).lines();
        if (ours.isEmpty()) {
            return "";
        }
        return files.write(ours + Netrc.ofUser(machine).map(text -> "\n" + text).orElse(""));
    }

    private String goAuth(List<BoundHost> logins) throws IOException, InterruptedException {
        if (logins.isEmpty()) {
            return "";
        }
        if (machine.isWindows()) {
            logins.stream()
                    .filter(each -> !each.binding().path().isEmpty())
                    .forEach(each -> notices.add(each.binding().place() + ": on Windows Git gets the login, but the go"
                            + " command does not, because it could have it for the whole host only"));
            return "";
        }
        String file = files.write(LoginFiles.goAuth(logins));
        Optional<String> command = GoAuthCommand.print(file);
        if (command.isEmpty()) {
            notices.add("The directory for temporary files, " + Fields.quote(file) + ", has a name that GOAUTH cannot"
                    + " hold, so the go command gets logins for whole hosts only; use a workspace whose path has no"
                    + " quotes and no ';'");
        }
        return command.orElse("");
    }
}
