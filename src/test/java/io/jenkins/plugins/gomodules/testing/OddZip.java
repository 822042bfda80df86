package io.jenkins.plugins.gomodules.testing;

/**
 * A module zip that nobody makes by accident.
 *
 * @param name what is odd about it
 * @param bytes the zip
 * @param valid whether the rules for module zips (<a href="https://go.dev/ref/mod#zip-files">module zip files</a>)
 *     and the zip format admit it nevertheless
 * @param hash its h1 hash as the go command computes it where it gets that far; "" if it cannot
 */
public record OddZip(String name, byte[] bytes, boolean valid, String hash) {

    @Override
    public String toString() {
        return name;
    }
}
