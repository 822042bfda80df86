package io.jenkins.plugins.gomodules.modfile;

/**
 * A {@code use} line of a go.work file: a main module of the workspace.
 *
 * @param path directory of the module, relative to that of go.work unless absolute
 * @param line where it is, from 1
 * @see <a href="https://go.dev/ref/mod#go-work-file-use">Go Modules Reference: use</a>
 */
public record Use(String path, int line) {}
