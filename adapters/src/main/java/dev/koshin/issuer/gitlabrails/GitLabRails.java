package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.Witness;
import dev.koshin.process.Runner;
import dev.koshin.spi.Issuer;
import java.time.Duration;

/** Tokens from {@code gitlab-rails runner}. */
public final class GitLabRails {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private GitLabRails() {}

    /**
     * An issuer of tokens for {@code user}, to be used for one renewal and then dropped.
     *
     * @param rest the same GitLab's REST API, which examines and revokes, and is asked first
     */
    public static Issuer issuer(RailsOptions options, Runner runner, Witness rest, String user) {
        Lines.require(user);
        Rails rails = new Rails(options, new Entrance(options.place()), runner, TOLD_EVERY);
        return new RailsIssuer(rails, new Making(rails, rest, user), rest, user);
    }
}
