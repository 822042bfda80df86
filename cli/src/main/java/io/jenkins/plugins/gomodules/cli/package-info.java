/**
 * {@code gomod}: the engine of the plugin as a command-line tool, without Jenkins. Exit status 0 when everything is there
 * and verified, 1 when something failed (each failure on standard error), 2 when the command line is wrong. With {@code
 * --json} standard output carries one JSON object and nothing else.
 */
package io.jenkins.plugins.gomodules.cli;
