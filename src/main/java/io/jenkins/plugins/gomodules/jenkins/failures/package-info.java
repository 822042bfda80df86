/**
 * Why a build failed: what the plugin's own steps saw, and what is read from the log once the build is over.
 *
 * <p>A step writes down in the build what it did ({@link
 * io.jenkins.plugins.gomodules.jenkins.failures.GoModulesRecord}): settings in force, numbers, and what failed, in the words
 * of the catalog. When a build has ended badly it is put into a queue and read by a thread of its own; the result is an
 * action of the build ({@link io.jenkins.plugins.gomodules.jenkins.failures.GoFailureAction}), which pages show. No build
 * waits for it, and a restart of the controller loses nothing.
 *
 * <p>Everything here comes from agents and logs in the end: it is bounded and cleaned before it is kept, and escaped where
 * it is shown.
 */
package io.jenkins.plugins.gomodules.jenkins.failures;
