package io.jenkins.plugins.gomodules.probe;

import io.jenkins.plugins.gomodules.goproxy.FetchCause;
import io.jenkins.plugins.gomodules.goproxy.FetchException;
import io.jenkins.plugins.gomodules.goproxy.InvalidProxyListException;
import io.jenkins.plugins.gomodules.goproxy.ProxyAnswer;
import io.jenkins.plugins.gomodules.goproxy.ProxyChain;
import io.jenkins.plugins.gomodules.goproxy.ProxyInquiry;
import io.jenkins.plugins.gomodules.sumdb.InvalidSumDbException;
import io.jenkins.plugins.gomodules.sumdb.SumDbSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds out whether the checksum database can be asked, and by which way. */
final class DatabaseProbe {
    private static final int MAX_BYTES = 64 * 1024;

    /** How the latest tree of every database begins. */
    private static final String TREE = "go.sum database tree\n";

    private static final String UNREACHABLE = "sumdb-unreachable";

    private DatabaseProbe() {}

    static void run(Trail trail, ProxyInquiry inquiry, ProxyChain chain, ProbeSettings settings)
            throws InterruptedException {
        if (settings.sumDb().isEmpty() || settings.sumDb().equals(SumDbSetting.OFF)) {
            trail.skip(Stage.SUMDB, "GOSUMDB is off");
            return;
        }
        trail.attempt(Stage.SUMDB, () -> ask(inquiry, chain, settings));
    }

    private static Trail.Found ask(ProxyInquiry inquiry, ProxyChain chain, ProbeSettings settings)
            throws StageFailure, InterruptedException {
        SumDbSetting setting;
        try {
            setting = SumDbSetting.parse(settings.sumDb());
        } catch (InvalidSumDbException e) {
            throw new StageFailure("settings-invalid", e.getMessage(), 0, List.of());
        }
        try {
            return ask(inquiry, chain, setting);
        } catch (StageFailure e) {
            throw e.of(setting.name());
        }
    }

    private static Trail.Found ask(ProxyInquiry inquiry, ProxyChain chain, SumDbSetting setting)
            throws StageFailure, InterruptedException {
        try {
            boolean through = setting.url().isEmpty() && isPassedOn(inquiry, setting.name());
            byte[] latest = chain.sumDb(setting.name(), setting.url()).fetch("latest", MAX_BYTES);
            List<Fact> facts =
                    List.of(new Fact("database", setting.name()), new Fact("by", through ? "proxy" : "direct"));
            if (!new String(latest, StandardCharsets.UTF_8).startsWith(TREE)) {
                throw new StageFailure(
                        UNREACHABLE,
                        "what came for " + setting.name() + " is not what a checksum database says",
                        0,
                        facts);
            }
            return new Trail.Found(
                    Outcome.OK, setting.name() + (through ? ", through this proxy" : ", asked directly"), facts);
        } catch (InvalidProxyListException e) {
            throw new StageFailure("settings-invalid", e.getMessage(), 0, List.of());
        } catch (FetchException e) {
            throw new StageFailure(UNREACHABLE, StageFailure.ofNetwork(e).getMessage(), e.status(), List.of());
        } catch (IOException e) {
            throw new StageFailure(UNREACHABLE, StageFailure.ofNetwork(e).getMessage(), 0, List.of());
        }
    }

    private static boolean isPassedOn(ProxyInquiry inquiry, String name) throws IOException {
        ProxyAnswer answer = inquiry.ask("sumdb/" + name + "/supported", 1024);
        return answer.cause() != FetchCause.VERSION_NOT_FOUND;
    }
}
