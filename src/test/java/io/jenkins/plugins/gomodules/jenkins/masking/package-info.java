/** Tests of the masking of secrets. */
package io.jenkins.plugins.gomodules.jenkins.masking;
