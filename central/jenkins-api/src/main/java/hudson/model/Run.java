package hudson.model;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.console.AnnotatedLargeText;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.standin.Build;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.ArtifactManager;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;

public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements AccessControlled, Saveable {
    public static final PermissionGroup PERMISSIONS = new PermissionGroup(Run.class, null);
    public static final Permission UPDATE =
            new Permission(PERMISSIONS, "Update", null, Permission.UPDATE, PermissionScope.RUN);

    protected final transient JobT project;
    private final Build build;

    protected Run(JobT job, Build build) {
        project = job;
        this.build = build;
    }

    @Override
    public ACL getACL() {
        return project.getACL();
    }

    @Override
    public void addAction(Action a) {
        super.addAction(a);
        if (a instanceof RunAction2 aware) {
            aware.onAttached(this);
        }
    }

    /** Builds outlive a session in memory here: nothing is written. */
    @Override
    public void save() throws IOException {}

    public JobT getParent() {
        return project;
    }

    public int getNumber() {
        return build.number();
    }

    public String getId() {
        return String.valueOf(getNumber());
    }

    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException {
        int hash = id.lastIndexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException("Invalid id");
        }
        int number = Integer.parseInt(id.substring(hash + 1));
        Job<?, ?> job = Jenkins.get().getItemByFullName(id.substring(0, hash), Job.class);
        return job == null ? null : job.getBuildByNumber(number);
    }

    public String getExternalizableId() {
        return project.getFullName() + "#" + getNumber();
    }

    @Override
    public String getDisplayName() {
        return "#" + getNumber();
    }

    public String getFullDisplayName() {
        return project.getFullDisplayName() + " " + getDisplayName();
    }

    public String getUrl() {
        return project.getUrl() + getNumber() + "/";
    }

    public RunT getPreviousBuild() {
        for (int n = getNumber() - 1; n > 0; n--) {
            RunT earlier = project.getBuildByNumber(n);
            if (earlier != null) {
                return earlier;
            }
        }
        return null;
    }

    public Result getResult() {
        return build.result();
    }

    public void setResult(Result r) {
        build.worsen(r);
    }

    public boolean isBuilding() {
        return build.isBuilding();
    }

    public File getRootDir() {
        return build.directory();
    }

    public File getLogFile() {
        return new File(getRootDir(), "log");
    }

    public String getLog() throws IOException {
        return Files.readString(getLogFile().toPath());
    }

    public AnnotatedLargeText getLogText() {
        return new AnnotatedLargeText<>(getLogFile(), StandardCharsets.UTF_8, !isBuilding(), this);
    }

    public final ArtifactManager pickArtifactManager() throws IOException {
        return new ArtifactManager() {
            @Override
            public void archive(
                    FilePath workspace, Launcher launcher, BuildListener listener, Map<String, String> artifacts)
                    throws IOException, InterruptedException {
                Path archive = getRootDir().toPath().resolve("archive");
                for (Map.Entry<String, String> each : artifacts.entrySet()) {
                    Path copy = archive.resolve(each.getKey());
                    Files.createDirectories(copy.getParent());
                    Files.copy(Path.of(workspace.getRemote(), each.getValue()), copy, REPLACE_EXISTING);
                }
            }
        };
    }

    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = new EnvVars();
        env.put("BUILD_ID", getId());
        env.put("BUILD_NUMBER", getId());
        env.put("BUILD_TAG", "jenkins-" + project.getName() + "-" + getId());
        env.put("BUILD_DISPLAY_NAME", getDisplayName());
        env.put("JOB_NAME", project.getFullName());
        env.put("JOB_BASE_NAME", project.getName());
        return env;
    }

    public Executor getExecutor() {
        return isBuilding() ? build.executor() : null;
    }

    @Override
    public String toString() {
        return getExternalizableId().replace("#", " #");
    }
}
