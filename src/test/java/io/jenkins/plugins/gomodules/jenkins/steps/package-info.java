/**
 * Tests of the steps in Jenkins' own idiom: they run on the stand-in, and unchanged on a real Jenkins with its test
 * harness.
 */
package io.jenkins.plugins.gomodules.jenkins.steps;
