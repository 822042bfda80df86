package io.jenkins.plugins.gomodules.testing;

/** The requests to a {@link LoopbackProxy} that a fault is planned for. */
public final class PlannedRequests {

    private final LoopbackProxy proxy;
    private final FaultPlan plan;
    private final String path;
    private final int from;
    private final int to;

    PlannedRequests(LoopbackProxy proxy, FaultPlan plan, String path, int from, int to) {
        this.proxy = proxy;
        this.plan = plan;
        this.path = path;
        this.from = from;
        this.to = to;
    }

    /** Only the n-th request for a path, from 1. */
    public PlannedRequests attempt(int n) {
        return attempts(n, n);
    }

    /** Only the requests from the one to the other, both included. */
    public PlannedRequests attempts(int first, int last) {
        return new PlannedRequests(proxy, plan, path, first, last);
    }

    /** Spoils the answers to them, on top of what is planned already. */
    public LoopbackProxy answer(Fault fault) {
        plan.add(path, from, to, fault);
        return proxy;
    }
}
