/**
 * Keeps secrets out of what a build shows: its log and the messages of its failures. Programs that are given a secret
 * should not print it, and some do.
 */
package io.jenkins.plugins.gomodules.jenkins.masking;
