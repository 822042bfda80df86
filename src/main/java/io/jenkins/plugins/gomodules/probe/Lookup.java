package io.jenkins.plugins.gomodules.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks names up as this Java does, with a time limit, which it has none for. */
final class Lookup {
    /** More are not shown. */
    private static final int MAX_SHOWN = 8;

    private Lookup() {}

    static List<InetAddress> addresses(String host, long millis) throws IOException, InterruptedException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> Arrays.asList(InetAddress.getAllByName(host)));
        Thread thread = new Thread(lookup, "go-modules-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name server did not answer within " + millis + " ms");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new UnknownHostException(host);
        }
    }

    static Fact fact(List<InetAddress> addresses) {
        List<String> shown = new ArrayList<>();
        for (InetAddress each : addresses.subList(0, Math.min(addresses.size(), MAX_SHOWN))) {
            shown.add(each.getHostAddress());
        }
        return new Fact("addresses", String.join(", ", shown) + (addresses.size() > MAX_SHOWN ? ", …" : ""));
    }
}
