package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.SumDbSource;
import io.jenkins.plugins.gomodules.modcache.SumDbFiles;
import io.jenkins.plugins.gomodules.sumdb.NotFoundException;
import io.jenkins.plugins.gomodules.sumdb.SumDbOps;
import java.io.IOException;
import java.util.Optional;

/** What a checksum database is asked over the network, and what of it the go command's own files hold. */
record SumDbAccess(SumDbFiles files, SumDbSource source) implements SumDbOps {
    @Override
    public byte[] readRemote(String path, int limit) throws IOException, InterruptedException {
        try {
            return source.fetch(path, limit);
        } catch (FetchException e) {
            if (e.reason() == FetchCause.VERSION_NOT_FOUND) {
                throw new NotFoundException(e.getMessage(), e);
            }
            throw e;
        }
    }

    @Override
    public Optional<byte[]> readConfig(String file) throws IOException, InterruptedException {
        return files.readConfig(file);
    }

    @Override
    public boolean writeConfig(String file, Optional<byte[]> before, byte[] after)
            throws IOException, InterruptedException {
        return files.writeConfig(file, before, after);
    }

    @Override
    public String placeOfConfig(String file) {
        return files.config(file).toString();
    }

    @Override
    public Optional<byte[]> readCache(String file) {
        return files.readCache(file);
    }

    @Override
    public void writeCache(String file, byte[] data) {
        files.writeCache(file, data);
    }
}
