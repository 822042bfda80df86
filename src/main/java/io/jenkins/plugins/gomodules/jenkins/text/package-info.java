/** What comes from elsewhere is made fit here before people see it: an agent may send whatever it likes. */
package io.jenkins.plugins.gomodules.jenkins.text;
