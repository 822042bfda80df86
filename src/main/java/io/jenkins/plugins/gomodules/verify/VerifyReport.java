package io.jenkins.plugins.gomodules.verify;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a verification found.
 *
 * @param modules modules of the build list, those that directories replace left out
 * @param verified how many are in the cache as go.sum lists them
 * @param database how many are in the cache as the checksum database has them, while go.sum does not list them
 * @param recorded how many are in the cache as they were stored, while nothing else vouches for them
 * @param absent how many have neither a zip nor an extracted tree in the cache
 * @param local how many are replaced by directories, which no hash covers
 * @param files files hashed, those in zips included
 * @param bytes bytes hashed
 * @param millis wall-clock time in milliseconds
 * @param modCache the module cache
 * @param remarks what is unusual and does not change what is built, some of it
 * @param notices what a person should know although nothing is wrong; sentences
 * @param findings what is wrong; empty when everything is as it should be
 */
public record VerifyReport(
        int modules,
        int verified,
        int database,
        int recorded,
        int absent,
        int local,
        long files,
        long bytes,
        long millis,
        String modCache,
        List<Remark> remarks,
        List<String> notices,
        List<Finding> findings)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Remarks that are kept. */
    public static final int MAX_REMARKS = 1000;

    public VerifyReport {
        remarks = List.copyOf(remarks);
        notices = List.copyOf(notices);
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean succeeded() {
        return findings.isEmpty();
    }

    /** The map that the {@code goModVerify} step returns, in the documented order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("modules", modules);
        map.put("verified", verified);
        map.put("database", database);
        map.put("recorded", recorded);
        map.put("absent", absent);
        map.put("local", local);
        map.put("files", files);
        map.put("bytes", bytes);
        map.put("millis", millis);
        map.put("modCache", modCache);
        return map;
    }
}
