/** Tests of what jobs that are no Pipelines have. */
package io.jenkins.plugins.gomodules.jenkins.freestyle;
