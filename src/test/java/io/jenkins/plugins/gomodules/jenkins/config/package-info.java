/** Tests of what administrators and owners of folders and jobs set. */
package io.jenkins.plugins.gomodules.jenkins.config;
