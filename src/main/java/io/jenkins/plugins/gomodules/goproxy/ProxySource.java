package io.jenkins.plugins.gomodules.goproxy;

/** One entry of a GOPROXY list that files can be had from. Safe for any number of threads. */
interface ProxySource {
    /**
     * Puts a file into the sink.
     *
     * @param path where it is below the proxy's URL, escaped, without a slash in front
     * @throws FetchException when it is not to be had here; the sink may hold a part of it
     * @throws InterruptedException when the fetching is to end
     */
    Fetched fetch(String path, Sink sink) throws FetchException, InterruptedException;
}
