package hudson.slaves;

public abstract class OfflineCause {
    /** The connection broke. */
    public static class ChannelTermination extends OfflineCause {
        public final Exception cause;

        public ChannelTermination(Exception cause) {
            this.cause = cause;
        }

        public String getShortDescription() {
            return "Connection was broken: " + cause;
        }
    }
}
