package dev.koshin.simulator.api.answer;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests: ULIDs, 26 characters, 48 bits of time before 80 bits of chance. */
public final class CorrelationIds {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private CorrelationIds() {}

    /** A ULID: 26 characters, the first ten of which tell the time. */
    public static String next(Instant now) {
        char[] id = new char[26];
        ThreadLocalRandom random = ThreadLocalRandom.current();
        write(id, 0, 10, now.toEpochMilli());
        write(id, 10, 18, random.nextLong());
        write(id, 18, 26, random.nextLong());
        return new String(id);
    }

    private static void write(char[] id, int from, int to, long bits) {
        long rest = bits;
        for (int i = to - 1; i >= from; i--) {
            id[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
