/** Tests of which settings are in force. */
package io.jenkins.plugins.gomodules.jenkins.force;
