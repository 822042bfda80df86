/** Tests of what is laid out on agents and taken away again. */
package io.jenkins.plugins.gomodules.jenkins.access;
