package io.jenkins.plugins.gomodules.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * Feeds a parser with what is almost right: good inputs whose lines, words and bytes are changed, moved, doubled and mixed
 * with each other. What goes wrong is made as small as it can be and shown with the number that makes it again.
 *
 * <p>{@code -Dgomodules.fuzz} is the number of inputs for each parser, {@code -Dgomodules.seed} that of the first.
 */
public final class Fuzz {

    private static final int CASES = Integer.getInteger("gomodules.fuzz", 2_000);
    private static final long FIRST = Long.getLong("gomodules.seed", 1);

    /** Memory that an input may cost: so much, and so much for each of its bytes. Counted, so it is the same every time. */
    private static final long BYTES = 8 << 20;

    private static final long BYTES_A_BYTE = 1_000;

    private static final int REDUCTIONS = 2_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<byte[]> seeds;
    private final List<byte[]> tokens;

    /** Reads an input, and fails if what it made of it is wrong. */
    @FunctionalInterface
    public interface Target {
        void read(byte[] input) throws Exception;
    }

    private Fuzz(List<byte[]> seeds, List<byte[]> tokens) {
        this.seeds = seeds;
        this.tokens = tokens;
    }

    /** @param tokens what the format is made of */
    public static Fuzz ofTexts(Collection<String> seeds, String... tokens) {
        return ofBytes(seeds.stream().map(Fuzz::bytes).toList(), tokens);
    }

    /** The same for a format that is not text. */
    public static Fuzz ofBytes(List<byte[]> seeds, String... tokens) {
        return new Fuzz(seeds, Arrays.stream(tokens).map(Fuzz::bytes).toList());
    }

    /** As many inputs as asked for; with a share below 1, fewer of them. */
    public void run(Class<? extends Exception> declared, double share, Target target) {
        int count = (int) Math.max(1, CASES * share);
        for (long number = FIRST; number < FIRST + count; number++) {
            byte[] input = input(number);
            Throwable failure = failure(declared, target, input);
            if (failure != null) {
                byte[] small = reduce(declared, target, input, failure.getClass());
                throw new AssertionError(
                        "input " + number + ", made smaller: \"" + shown(small) + "\": " + failure, failure);
            }
        }
    }

    public void run(Class<? extends Exception> declared, Target target) {
        run(declared, 1, target);
    }

    /** Null if all is well. */
    private static Throwable failure(Class<? extends Exception> declared, Target target, byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            target.read(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            if (!declared.isInstance(e)) {
                return e;
            }
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        return allocated <= BYTES + BYTES_A_BYTE * input.length
                ? null
                : new AssertionError("took " + allocated + " bytes of memory for " + input.length);
    }

    /** The input of this number. */
    public byte[] input(long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] data = pick(random, seeds);
        for (int n = random.nextInt(5); n >= 0; n--) {
            data = mutate(data, random);
        }
        return data;
    }

    private byte[] mutate(byte[] data, Random random) {
        int from = random.nextInt(data.length + 1);
        int to = Math.min(data.length, from + length(random));
        switch (random.nextInt(9)) {
            case 0:
                return replace(data, from, to, new byte[0]);
            case 1:
                return replace(data, from, from, tokens.isEmpty() ? new byte[1] : pick(random, tokens));
            case 2:
                return replace(data, from, to, tokens.isEmpty() ? new byte[2] : pick(random, tokens));
            case 3:
                return replace(data, from, from, Arrays.copyOfRange(data, from, to));
            case 4:
                return replace(data, from, to, repeat(Arrays.copyOfRange(data, from, to), random.nextInt(200)));
            case 5:
                byte[] other = pick(random, seeds);
                int start = random.nextInt(other.length + 1);
                return replace(data, from, to, Arrays.copyOfRange(other, start, Math.min(other.length, start + 80)));
            case 6:
                return replace(data, from, Math.min(data.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 7:
                byte[] flipped = data.clone();
                if (from < data.length) {
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            default:
                return Arrays.copyOf(data, from);
        }
    }

    private static int length(Random random) {
        return random.nextBoolean() ? random.nextInt(6) : random.nextInt(60);
    }

    /** Takes away what can be taken away without the failure going with it. */
    private static byte[] reduce(Class<? extends Exception> declared, Target target, byte[] input, Class<?> failure) {
        byte[] small = input;
        int tries = 0;
        for (int size = Math.max(1, input.length / 2); size >= 1; size /= 2) {
            for (int at = 0; at < small.length && tries < REDUCTIONS; tries++) {
                byte[] less = replace(small, at, Math.min(small.length, at + size), new byte[0]);
                Throwable same = failure(declared, target, less);
                if (same != null && same.getClass() == failure) {
                    small = less;
                } else {
                    at += size;
                }
            }
        }
        return small;
    }

    private static byte[] replace(byte[] data, int from, int to, byte[] middle) {
        byte[] result = Arrays.copyOf(data, data.length - (to - from) + middle.length);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(data, to, result, from + middle.length, data.length - to);
        return result;
    }

    private static byte[] repeat(byte[] unit, int times) {
        byte[] all = new byte[unit.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(unit, 0, all, i * unit.length, unit.length);
        }
        return all;
    }

    /**
     * Reads the unit over and over, at twice the length and twice that again, and fails if what it costs grows faster than
     * the input does. What is counted is memory; work that takes none is bounded by the time limit of the test.
     */
    public static void growsNoFasterThanItsInput(
            String start, String unit, int length, Class<? extends Exception> declared, Target target) {
        List<Long> costs = new ArrayList<>();
        for (int size = length; size <= 4 * length; size *= 2) {
            byte[] input = bytes(start + unit.repeat(size / unit.length()));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                target.read(input);
            } catch (Exception e) {
                if (!declared.isInstance(e)) {
                    throw new AssertionError("\"" + shown(bytes(start + unit)) + "...\": " + e, e);
                }
            }
            costs.add(THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        long allowed = 3 * Math.max(costs.get(1), 16L * length) + (1 << 20);
        if (costs.get(2) > allowed) {
            throw new AssertionError("\"" + shown(bytes(start + unit)) + "...\" took " + costs + " bytes of memory");
        }
    }

    private static String shown(byte[] data) {
        StringBuilder text = new StringBuilder();
        for (char c : new String(data, StandardCharsets.UTF_8).toCharArray()) {
            text.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.length() > 1_500 ? text.substring(0, 1_500) + "..." : text.toString();
    }

    private static byte[] pick(Random random, List<byte[]> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
