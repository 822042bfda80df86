/**
 * What administrators and owners of folders and jobs set once, so that a Pipeline need say no more than
 * {@code goModPrefetch()}.
 *
 * <p>The same {@link io.jenkins.plugins.gomodules.jenkins.config.GoModulesSettings} stand in three places: for all of Jenkins
 * ({@link io.jenkins.plugins.gomodules.jenkins.config.GoModulesConfiguration}), for a folder and what is in it
 * ({@link io.jenkins.plugins.gomodules.jenkins.config.GoModulesFolderProperty}) and for one job
 * ({@link io.jenkins.plugins.gomodules.jenkins.config.GoModulesJobProperty}). In each, what is blank is not set there and is
 * looked up further out; {@link io.jenkins.plugins.gomodules.jenkins.config.SettingsLayers} lists the places in that order.
 *
 * <p>No secret is kept here: logins are named by the ids of credentials, and one that is typed into a URL is dropped before
 * anything is saved ({@link io.jenkins.plugins.gomodules.jenkins.config.TypedLogins}). What is wrong otherwise is kept as it
 * was typed and said beside its field.
 */
package io.jenkins.plugins.gomodules.jenkins.config;
