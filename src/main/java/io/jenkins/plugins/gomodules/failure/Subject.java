package io.jenkins.plugins.gomodules.failure;

import java.io.Serializable;
import java.util.Map;

/**
 * What a failure is about, as far as it was named; what was not is empty, or 0.
 *
 * @param module the path of the module, such as {@code example.com/lib/v2}
 * @param version its version, or the revision asked for
 * @param importPath a package
 * @param host the host that was spoken to or looked for, without port
 * @param url what was asked for, without login and query
 * @param status the HTTP status, 0 if there was none
 * @param file a file, directory or program
 */
public record Subject(
        String module, String version, String importPath, String host, String url, int status, String file)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing is known. */
    public static final Subject NONE = new Subject("", "", "", "", "", 0, "");

    /** A module and where it was asked for. */
    public static Subject ofModule(String module, String version, String host, String url, int status) {
        return new Subject(module, version, "", host, url, status, "");
    }

    /** This, and from the other what is not known here. */
    Subject or(Subject other) {
        boolean own = !module.isEmpty();
        return new Subject(
                own ? module : other.module,
                // A version belongs to its module.
                !version.isEmpty() || own && !module.equals(other.module) ? version : other.version,
                importPath.isEmpty() ? other.importPath : importPath,
                host.isEmpty() ? other.host : host,
                url.isEmpty() ? other.url : url,
                status == 0 ? other.status : status,
                file.isEmpty() ? other.file : file);
    }

    /** The names by which texts of the catalog refer to it. */
    Map<String, String> fields() {
        return Map.of(
                "module", module,
                "version", version,
                "package", importPath,
                "host", host,
                "url", url,
                "status", status == 0 ? "" : Integer.toString(status),
                "file", file);
    }
}
