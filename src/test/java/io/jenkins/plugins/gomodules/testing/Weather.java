package io.jenkins.plugins.gomodules.testing;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad day on the network. Which requests meet which {@link Trouble} follows from a seed, the file that is asked for and
 * how often it has been, so that a day can be had again; only times at which the proxy is gone altogether follow the
 * order in which requests come.
 */
public final class Weather implements Fault {

    /** How many requests a time of absence takes. */
    private static final int WINDOW = 30;

    private final long seed;
    private final int percent;
    private final int lastAttempt;
    private final Trouble[] kinds;
    private final String[] elsewhere;
    private final AtomicInteger requests = new AtomicInteger();
    private final ConcurrentMap<Trouble, Integer> dealt = new ConcurrentHashMap<>();
    private final Set<String> bent = ConcurrentHashMap.newKeySet();

    /**
     * @param percent of the requests that meet trouble
     * @param lastAttempt the last attempt at a file that may meet it
     * @param kinds what they may meet
     * @param elsewhere where redirects may lead: scheme, host and port
     */
    public Weather(long seed, int percent, int lastAttempt, Set<Trouble> kinds, String... elsewhere) {
        this.seed = seed;
        this.percent = percent;
        this.lastAttempt = lastAttempt;
        this.kinds = kinds.toArray(new Trouble[0]);
        this.elsewhere = elsewhere.clone();
    }

    @Override
    public void spoil(RecordedRequest request, Answer answer) {
        if (request.attempt() > lastAttempt || answer.body.length == 0) {
            return;
        }
        if (isAbsent(requests.getAndIncrement())) {
            meet(Trouble.RESET_AT_ONCE, new Random(seed), request, answer);
            return;
        }
        Random random = new Random(seed * 31 + request.path().hashCode() * 17L + request.attempt());
        random.nextInt(); // seeds that are close to each other begin alike
        if (random.nextInt(100) < percent) {
            Trouble trouble = kinds[random.nextInt(kinds.length)];
            // Half a gigabyte of a zip would be taken.
            boolean tooMuch = trouble == Trouble.ENDLESS_BODY && request.path().endsWith(".zip");
            meet(tooMuch ? Trouble.HUGE_LENGTH : trouble, random, request, answer);
        }
    }

    private boolean isAbsent(int number) {
        return percent > 10 && new Random(seed * 7 + number / WINDOW).nextInt(1000) % 12 == 0;
    }

    private void meet(Trouble trouble, Random random, RecordedRequest request, Answer answer) {
        dealt.merge(trouble, 1, Integer::sum);
        byte[] honest = answer.body;
        trouble.make(random, honest, elsewhere).spoil(request, answer);
        if (answer.status == 200 && answer.body != honest && answer.wire == null) {
            bent.add(request.path());
        }
    }

    /** How often each kind was met. */
    public Map<Trouble, Integer> dealt() {
        return new TreeMap<>(dealt);
    }

    /** Paths of files that were sent with status 200 and other bytes than their own. */
    public Set<String> bent() {
        return Set.copyOf(bent);
    }
}
