/** The demo: the examples' Jenkinsfiles, run through the plugin's own steps, printed as a Jenkins console shows them. */
package io.jenkins.standin.demo;
