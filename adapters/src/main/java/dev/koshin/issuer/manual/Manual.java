package dev.koshin.issuer.manual;

import dev.koshin.spi.Issuer;
import java.time.InstantSource;

/** Tokens that a person makes. */
public final class Manual {
    /** The name of this way to make tokens. */
    public static final String WAY = "manual";

    private Manual() {}

    /**
     * An issuer of tokens for {@code user}, to be used for one renewal and then dropped.
     *
     * @param rest the same GitLab's REST API, which examines and revokes, and is asked first
     */
    public static Issuer issuer(Prompt prompt, Issuer rest, String user) {
        return issuer(prompt, rest, user, InstantSource.system());
    }

    static Issuer issuer(Prompt prompt, Issuer rest, String user, InstantSource clock) {
        return new ManualIssuer(prompt, rest, user, clock);
    }
}
