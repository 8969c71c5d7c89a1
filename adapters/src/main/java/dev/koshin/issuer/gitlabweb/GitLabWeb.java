package dev.koshin.issuer.gitlabweb;

import dev.koshin.issuer.Witness;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;

/** Tokens from GitLab's pages. */
public final class GitLabWeb {
    /** The name of this way to make tokens. */
    public static final String WAY = "gitlab-web";

    private GitLabWeb() {}

    /** Whether the password can be read and GitLab shows a form for it; nobody signs in. Done with this way's name. */
    public static Effect<String> look(GitLabWebOptions options) {
        return options.password().get().flatMap(_ -> new Visits(options).look()).map(_ -> WAY);
    }

    /**
     * An issuer of tokens for {@code user}, to be used for one renewal and then dropped.
     *
     * @param rest the same GitLab's REST API, which examines and revokes, and is asked first
     */
    public static Issuer issuer(GitLabWebOptions options, Witness rest, String user) {
        return new WebIssuer(options, rest, user);
    }
}
