/**
 * JSON (RFC 8259), as much as proxies, the go command and scripts need.
 *
 * <p>What is read may come from anybody, so depth and size are bounded, and an input takes time and memory in proportion
 * to its length. Values are {@link io.jenkins.plugins.gomodules.json.JsonObject}, {@link java.util.List},
 * {@link java.lang.String}, {@link java.lang.Long}, {@link java.lang.Double}, {@link java.lang.Boolean} and null.
 *
 * <p>Like Go's encoding/json, the reader takes the last of several members with one name, finds members in any case when
 * there is none in the case asked for, and replaces what is not UTF-8 or no pair of surrogates by U+FFFD.
 */
package io.jenkins.plugins.gomodules.json;
