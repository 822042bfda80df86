package io.jenkins.plugins.gomodules.git;

/**
 * Where the files of a block are, as the programs that read them want their names; "" for one that is not needed.
 *
 * @param rewrites Git configuration: which URL becomes which
 * @param helpers Git configuration: which URL has which credential helper
 * @param sshConfig configuration of ssh
 * @param netrc logins for whole hosts
 * @param goAuth the GOAUTH command that prints the logins
 */
record PreparedFiles(String rewrites, String helpers, String sshConfig, String netrc, String goAuth) {}
