package dev.koshin.simulator.web.answer;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What nobody can guess: cookies, what forms must carry, tokens of OAuth. */
public final class RandomHex {
    private RandomHex() {}

    /** Twice as many digits as bytes. */
    public static String of(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
