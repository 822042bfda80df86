package hudson.remoting;

/** The answer of a call whose channel went away. */
public class RequestAbortedException extends RemotingSystemException {
    private static final long serialVersionUID = 1L;

    public RequestAbortedException(Throwable cause) {
        super(cause);
    }
}
