package dev.koshin.app.config;

import java.util.List;

/**
 * Who makes a credential's tokens.
 *
 * @param user the login name of the tokens' owner
 * @param ways tried in this order; empty: those that the preset finds fit
 */
public record IssuersConfig(String user, List<IssuerConfig> ways) {
    public IssuersConfig {
        ways = List.copyOf(ways);
    }
}
