package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.Witness;
import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;
import java.time.Duration;

/** Tokens from {@code gitlab-rails runner}. */
public final class GitLabRails {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private GitLabRails() {}

    /**
     * Whether the place can be reached and has {@code gitlab-rails}, which is not started; done with the name of this
     * way.
     *
     * @param options its patience is the limit, if that is shorter than the usual one
     */
    public static Effect<String> look(RailsOptions options, Runner runner) {
        return new Rails(options, new Entrance(options.place()), runner, TOLD_EVERY).look();
    }

    /** How this way is called, such as {@code gitlab-rails (docker exec gitlab)}. */
    public static String name(RailsOptions options) {
        return new Entrance(options.place()).name();
    }

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
