package io.jenkins.plugins.gomodules.sumdb;

import io.jenkins.plugins.gomodules.testing.TestLog;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database, a cache and a memory for heads, in maps that a test can spoil. */
class MemoryOps implements SumDbOps {
    final Map<String, byte[]> remote = new ConcurrentHashMap<>();
    final Map<String, byte[]> config = new ConcurrentHashMap<>();
    final Map<String, byte[]> cache = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    static MemoryOps of(TestLog log, int... olderSizes) {
        return new MemoryOps().serve(log, olderSizes);
    }

    /** Answers as this log from now on. */
    final MemoryOps serve(TestLog log, int... olderSizes) {
        remote.clear();
        remote.putAll(log.files(olderSizes));
        return this;
    }

    SumDbClient client(TestLog log) {
        return new SumDbClient(SumDbSetting.parse(log.key()), this, Runnable::run);
    }

    @Override
    public byte[] readRemote(String path, int limit) throws IOException, InterruptedException {
        asked.add(path);
        byte[] data = remote.get(path);
        if (data == null) {
            throw new NotFoundException("not found: " + path, null);
        }
        return data;
    }

    @Override
    public Optional<byte[]> readConfig(String file) {
        return Optional.ofNullable(config.get(file));
    }

    @Override
    public synchronized boolean writeConfig(String file, Optional<byte[]> before, byte[] after) {
        byte[] now = config.get(file);
        if (now != null && !(before.isPresent() && Arrays.equals(now, before.get()))) {
            return false;
        }
        config.put(file, after);
        return true;
    }

    @Override
    public String placeOfConfig(String file) {
        return "/home/user/go/pkg/sumdb/" + file;
    }

    @Override
    public Optional<byte[]> readCache(String file) {
        return Optional.ofNullable(cache.get(file));
    }

    @Override
    public void writeCache(String file, byte[] data) {
        cache.put(file, data);
    }
}
