package io.jenkins.plugins.gomodules.prefetch;

import io.jenkins.plugins.gomodules.goenv.GoEnvironment;
import io.jenkins.plugins.gomodules.goproxy.FetchStatistics;
import io.jenkins.plugins.gomodules.modcache.ModCache;
import java.util.concurrent.Semaphore;

/**
 * What the jobs of one prefetch share.
 *
 * @param processors permits for work that keeps a processor busy, one for each
 * @param database what is asked about modules that go.sum does not list
 * @param examiner what is told of bytes with a wrong hash
 */
record Session(
        PrefetchOptions options,
        GoEnvironment environment,
        ModCache cache,
        ModuleOrigins origins,
        FetchStatistics statistics,
        Workers workers,
        Outcome outcome,
        Semaphore processors,
        ChecksumDatabase database,
        Examiner examiner) {}
