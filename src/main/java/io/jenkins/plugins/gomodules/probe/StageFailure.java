package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.ServerText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;

/** A stage did not do what it should. The message is for people and holds no secret. */
final class StageFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String causeId;
    private final int status;
    private final transient List<Fact> facts;
    private String host = "";

    /**
     * @param causeId an id of the failure catalog
     * @param status the HTTP status, or 0
     * @param facts what was found out all the same
     */
    StageFailure(String causeId, String message, int status, List<Fact> facts) {
        super(message);
        this.causeId = causeId;
        this.status = status;
        this.facts = facts;
    }

    static StageFailure ofNetwork(IOException e) {
        return ofNetwork(e, List.of());
    }

    static StageFailure ofNetwork(IOException e, List<Fact> facts) {
        if (e instanceof FetchException fetch) {
            return new StageFailure(fetch.reason().id(), ServerText.clean(fetch.getMessage()), fetch.status(), facts);
        }
        return new StageFailure(FetchCause.ofNetwork(e).id(), words(e), 0, facts);
    }

    private static String words(IOException e) {
        String said = ServerText.clean(String.valueOf(e.getMessage()));
        if (e instanceof UnknownHostException) {
            return "the DNS of this machine does not know the name";
        }
        if (e instanceof SocketTimeoutException) {
            return said.equals("Read timed out") ? "nothing arrived for too long" : said;
        }
        return said;
    }

    /** The same, about another host than the one that is tested. */
    StageFailure of(String otherHost) {
        host = otherHost;
        return this;
    }

    /** The host that it is about, {@code ""} if that is the one that is tested. */
    String host() {
        return host;
    }

    String causeId() {
        return causeId;
    }

    int status() {
        return status;
    }

    List<Fact> facts() {
        return facts;
    }
}
