package io.jenkins.plugins.gomodules.jenkins.view;

/** A build that failed for the cause of its row. */
public final class TrendCell {
    private final String build;
    private final String url;
    private final String title;

    TrendCell(String build, String url, String title) {
        this.build = build;
        this.url = url;
        this.title = title;
    }

    public String getBuild() {
        return build;
    }

    /** The analysis of the build, below the page of the job. */
    public String getUrl() {
        return url;
    }

    public String getTitle() {
        return title;
    }
}
