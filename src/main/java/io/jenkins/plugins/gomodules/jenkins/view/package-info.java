/**
 * What people see of the failure analysis: the page of a build and its summary, the lines of the console that prove a cause,
 * the job's trend, a column for lists of jobs.
 *
 * <p>Nothing is found out here: all of it is read from {@link io.jenkins.plugins.gomodules.jenkins.failures}, and turned into
 * what a page can show without thinking. Pages stay free of logic this way, and what they would decide can be tested without
 * a browser. Texts of builds are hostile: pages escape them, links are taken only if they are http or https ({@link
 * io.jenkins.plugins.gomodules.jenkins.view.WebLink}), and names of CSS classes come from a fixed list.
 */
package io.jenkins.plugins.gomodules.jenkins.view;
