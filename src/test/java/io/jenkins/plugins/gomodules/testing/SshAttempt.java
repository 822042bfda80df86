package io.jenkins.plugins.gomodules.testing;

import java.util.List;
import java.util.Optional;

/**
 * One connection to an {@link SshGitServer}.
 *
 * @param user as whom the client wanted in; empty if it did not say
 * @param methods that it tried, in order and without repetition: none, publickey, password, …
 * @param offered fingerprints of the public keys that it showed, in order and without repetition
 * @param accepted fingerprint of the key with which it got in
 */
public record SshAttempt(String user, List<String> methods, List<String> offered, Optional<String> accepted) {}
