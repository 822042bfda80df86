package io.jenkins.plugins.gomodules.jenkins.connections;

import io.jenkins.plugins.gomodules.probe.Fact;
import io.jenkins.plugins.gomodules.probe.Outcome;
import io.jenkins.plugins.gomodules.probe.Quantities;
import io.jenkins.plugins.gomodules.probe.StageReport;
import java.util.List;

/** One stage of a test, as the page shows it. */
public final class StageView {
    private final StageReport stage;

    StageView(StageReport stage) {
        this.stage = stage;
    }

    public String getName() {
        return switch (stage.stage()) {
            case RESOLVE -> Messages.Stage_resolve();
            case CONNECT -> Messages.Stage_connect();
            case TUNNEL -> Messages.Stage_tunnel();
            case TLS -> Messages.Stage_tls();
            case HTTP -> Messages.Stage_http();
            case MODULE -> Messages.Stage_module();
            case SUMDB -> Messages.Stage_sumdb();
            case SSH -> Messages.Stage_ssh();
            case HOST_KEY -> Messages.Stage_hostKey();
        };
    }

    /** The end of the CSS class. */
    public String getOutcome() {
        return stage.outcome().id();
    }

    public String getOutcomeText() {
        return switch (stage.outcome()) {
            case OK -> Messages.Outcome_ok();
            case WARNING -> Messages.Outcome_warning();
            case FAILED -> Messages.Outcome_failed();
            case SKIPPED -> Messages.Outcome_skipped();
        };
    }

    public String getIcon() {
        return switch (stage.outcome()) {
            case OK -> "symbol-status-blue";
            case WARNING -> "symbol-status-yellow";
            case FAILED -> "symbol-status-red";
            case SKIPPED -> "symbol-status-disabled";
        };
    }

    /** How long it took; empty if it was not tried. */
    public String getTime() {
        return stage.outcome() == Outcome.SKIPPED ? "" : Quantities.time(stage.micros());
    }

    /** The gist of a failure; empty if there is none. */
    public String getTitle() {
        return stage.cause() == null ? "" : stage.cause().title();
    }

    public String getMessage() {
        return stage.message();
    }

    /** What to do about a failure; empty if there is none. */
    public String getRemedy() {
        return stage.cause() == null ? "" : stage.cause().remedy();
    }

    /** Documentation of this side's catalog; empty if there is none. */
    public String getLink() {
        return stage.cause() == null ? "" : stage.cause().link();
    }

    /** The id in the failure catalog; empty if nothing failed. */
    public String getCauseId() {
        return stage.cause() == null ? "" : stage.cause().id();
    }

    public List<FactView> getFacts() {
        return stage.facts().stream().map(FactView::new).toList();
    }

    /** Something that was found out. */
    public static final class FactView {
        private final Fact fact;

        FactView(Fact fact) {
            this.fact = fact;
        }

        public String getName() {
            return switch (fact.name()) {
                case "addresses" -> Messages.Fact_addresses();
                case "address" -> Messages.Fact_address();
                case "unreachable" -> Messages.Fact_unreachable();
                case "protocol" -> Messages.Fact_protocol();
                case "subject" -> Messages.Fact_subject();
                case "issuer" -> Messages.Fact_issuer();
                case "expires" -> Messages.Fact_expires();
                case "status" -> Messages.Fact_status();
                case "server" -> Messages.Fact_server();
                case "redirect" -> Messages.Fact_redirect();
                case "module" -> Messages.Fact_module();
                case "size" -> Messages.Fact_size();
                case "rate" -> Messages.Fact_rate();
                case "hash" -> Messages.Fact_hash();
                case "database" -> Messages.Fact_database();
                case "by" -> Messages.Fact_by();
                case "host-key" -> Messages.Fact_hostKey();
                default -> fact.name();
            };
        }

        public String getValue() {
            if (!fact.name().equals("by")) {
                return fact.value();
            }
            return fact.value().equals("proxy") ? Messages.Fact_byProxy() : Messages.Fact_byItself();
        }
    }
}
