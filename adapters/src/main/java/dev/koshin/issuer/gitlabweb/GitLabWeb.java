package dev.koshin.issuer.gitlabweb;

import dev.koshin.issuer.Witness;
import dev.koshin.spi.Issuer;

/** Tokens from GitLab's pages. */
public final class GitLabWeb {
    /** The name of this way to make tokens. */
    public static final String WAY = "gitlab-web";

    private GitLabWeb() {}

    /**
     * An issuer of tokens for {@code user}, to be used for one renewal and then dropped.
     *
     * @param rest the same GitLab's REST API, which examines and revokes, and is asked first
     */
    public static Issuer issuer(GitLabWebOptions options, Witness rest, String user) {
        return new WebIssuer(options, rest, user);
    }
}
