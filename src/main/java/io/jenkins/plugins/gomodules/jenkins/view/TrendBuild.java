package io.jenkins.plugins.gomodules.jenkins.view;

import java.util.List;

/**
 * A build in the trend of its job.
 *
 * @param name such as {@code #12}
 * @param url of its page, below that of the job
 * @param roots why it failed; several if several of its branches did; empty if it did not, or nobody knows
 */
record TrendBuild(String name, String url, List<CauseCard> roots) {}
