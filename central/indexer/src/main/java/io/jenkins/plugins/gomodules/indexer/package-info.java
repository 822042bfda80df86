/**
 * Annotation processors of the build: they write the indexes by which Jenkins finds a plugin's classes at run time
 * without loading all of them.
 *
 * <p>Jenkins reads the classes with a given annotation from {@code META-INF/services/annotations/}. In the official
 * build its own annotation-indexer writes those files; on Maven Central there is only a version too old for Java 17.
 */
package io.jenkins.plugins.gomodules.indexer;
