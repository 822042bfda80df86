/** Tests of what pages show of the failure analysis. */
package io.jenkins.plugins.gomodules.jenkins.view;
