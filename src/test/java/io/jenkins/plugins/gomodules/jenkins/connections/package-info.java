/** Who may have the controller connect to what, and what is believed of what an agent says came of it. */
package io.jenkins.plugins.gomodules.jenkins.connections;
