package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.module.ModuleVersion;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Looks up modules in a checksum database, and believes what is proved: that the record is in the tree whose head the
 * database has signed, and that this tree continues all that were seen before. Safe for any number of threads, each of which
 * can be interrupted; equal questions are asked once.
 *
 * @see <a href="https://pkg.go.dev/golang.org/x/mod/sumdb#Client">the client of the go command</a>
 */
public final class SumDbClient {
    /** The most bytes of a record with its head. Those of the public database are some 400 bytes long. */
    private static final int MAX_RECORD_BYTES = 256 * 1024;

    /** A build needs far fewer; more are asked for again. */
    private static final int MOST_RECORDS_IN_MEMORY = 20_000;

    private final String name;
    private final SumDbOps ops;
    private final Tiles tiles;
    private final Timeline timeline;
    private final FutureTask<Void> start;
    private final Once<ModuleVersion, ModuleSums> lookups = new Once<>(MOST_RECORDS_IN_MEMORY);

    /**
     * @param executor where tiles are fetched besides the threads that look modules up; what bounds its threads bounds the
     *     requests that are under way. It may drop tasks: whoever wants a result runs its task if nobody else has.
     */
    public SumDbClient(SumDbSetting setting, SumDbOps ops, Executor executor) {
        this.name = setting.name();
        this.ops = ops;
        this.tiles = new Tiles(name, ops, executor);
        this.timeline = new Timeline(setting.key(), ops, tiles);
        this.start = new FutureTask<>(() -> {
            timeline.resume();
            return null;
        });
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /**
     * The hashes of a module version.
     *
     * @throws NotFoundException when the database does not know the module version
     * @throws ForkException when the database contradicts itself; it is not asked again
     * @throws SumDbException when what was answered is not proved to come from the database
     * @throws IOException what the {@link SumDbOps} throw: the database cannot be asked
     * @throws InterruptedException when the thread is interrupted
     * @throws io.jenkins.plugins.gomodules.module.InvalidModuleException when there can be no such module
     */
    public ModuleSums lookup(ModuleVersion module) throws IOException, InterruptedException {
        Once.result(start);
        timeline.requireNoFork();
        return lookups.get(module, () -> find(module));
    }

    private ModuleSums find(ModuleVersion module) throws IOException, InterruptedException {
        String path = "lookup/" + module.escapedPath() + "@" + module.escapedVersion();
        String file = name + "/" + path;
        Optional<LogRecord> cached = cached(file);
        if (cached.isPresent()) {
            return cached.get().sums(module);
        }
        byte[] answer = ops.readRemote(path, MAX_RECORD_BYTES);
        LogRecord record = prove(answer);
        ops.writeCache(file, answer);
        return record.sums(module);
    }

    /** A file that is damaged, or of another database by that name, counts as absent and is written anew. */
    private Optional<LogRecord> cached(String file) throws IOException, InterruptedException {
        Optional<byte[]> answer = ops.readCache(file);
        try {
            return answer.isPresent() ? Optional.of(prove(answer.get())) : Optional.empty();
        } catch (ForkException e) {
            throw e;
        } catch (SumDbException e) {
            return Optional.empty();
        }
    }

    private LogRecord prove(byte[] answer) throws IOException, InterruptedException {
        LogRecord record = LogRecord.parse(answer);
        timeline.merge(record.head());
        TreeHead latest = timeline.latest();
        if (record.id() >= latest.size()) {
            throw new SumDbException("record " + record.id() + " cannot be in a log of " + latest.size() + " records");
        }
        TreeHashes hashes = new TreeHashes(latest, tiles);
        if (!hashes.ofRecord(record.id()).equals(record.hash())) {
            throw new SumDbException("the log has another record " + record.id() + " than the one that was answered");
        }
        hashes.save();
        return record;
    }
}
