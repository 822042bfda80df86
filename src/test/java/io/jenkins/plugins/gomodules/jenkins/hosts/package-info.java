/** Tests of the hosts that steps and configuration name. */
package io.jenkins.plugins.gomodules.jenkins.hosts;
