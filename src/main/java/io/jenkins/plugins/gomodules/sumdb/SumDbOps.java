package io.jenkins.plugins.gomodules.sumdb;

import java.io.IOException;
import java.util.Optional;

/** All that a {@link SumDbClient} reads and writes goes through here. Must be safe for any number of threads. */
public interface SumDbOps {

    /**
     * Asks the database.
     *
     * @param path what to ask for, escaped, such as {@code lookup/example.com/m@v1.0.0}; no slash in front
     * @param limit the most bytes that the answer may have
     * @throws NotFoundException when the database does not have it
     * @throws IOException when it cannot be asked, or answers otherwise
     * @throws InterruptedException when the asking is to end
     */
    byte[] readRemote(String path, int limit) throws IOException, InterruptedException;

    /**
     * Reads what must be remembered for ever.
     *
     * @param file such as {@code sum.golang.org/latest}
     * @return nothing when there is no such file, or one without content
     * @throws InterruptedException when the thread is interrupted while another process writes it
     */
    Optional<byte[]> readConfig(String file) throws IOException, InterruptedException;

    /**
     * Replaces what must be remembered, if it is still what it was; both at once, for other processes too.
     *
     * @param before what {@link #readConfig} gave
     * @return false when it is something else by now, and was left alone
     */
    boolean writeConfig(String file, Optional<byte[]> before, byte[] after) throws IOException, InterruptedException;

    /** Where such a file is, for people. */
    String placeOfConfig(String file);

    /**
     * Reads what is cached and can be had again.
     *
     * @param file such as {@code sum.golang.org/tile/8/0/000}
     * @return nothing when it is not there, or cannot be read
     */
    Optional<byte[]> readCache(String file);

    /** Caches something; that it could not be done need not be told. */
    void writeCache(String file, byte[] data);
}
