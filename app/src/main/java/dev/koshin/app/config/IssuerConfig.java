package dev.koshin.app.config;

/** Where a credential's tokens are created; one record for each {@code kind}. */
public sealed interface IssuerConfig {
    /**
     * GitLab's REST API, with the administrator's token.
     *
     * @param user the login name of the token's owner
     */
    record GitLabRest(String user) implements IssuerConfig {}
}
