package io.jenkins.plugins.gomodules.jenkins.failures;

import io.jenkins.plugins.gomodules.failure.UserRule;
import java.util.List;

/**
 * How an analysis is done.
 *
 * @param rules the administrator's
 * @param maxLog the most bytes of a log to read
 * @param maxTotal the most bytes of all logs of a build to read
 */
record AnalysisLimits(List<UserRule> rules, long maxLog, long maxTotal) {}
