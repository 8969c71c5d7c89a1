package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.AdminTrouble;
import dev.koshin.issuer.Assisted;
import dev.koshin.model.Account;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The issuer of one user's tokens, for one renewal; what needs no new token is left to the REST API. */
final class RailsIssuer implements Assisted {
    private final Rails rails;
    private final Making making;
    private final Issuer rest;
    private final String user;

    RailsIssuer(Rails rails, Making making, Issuer rest, String user) {
        this.rails = rails;
        this.making = making;
        this.rest = rest;
        this.user = user;
    }

    @Override
    public Issuer rest() {
        return rest;
    }

    @Override
    public List<String> ways() {
        return List.of(rails.name());
    }

    /** Without an administrator's token nobody tells the user's id, and starting Ruby for it is not worth minutes. */
    @Override
    public Effect<Account> preflight(Optional<Token> old) {
        Effect<Account> byRest = rest.preflight(old);
        return byRest instanceof Effect.Done || AdminTrouble.in(byRest)
                ? rails.look().flatMap(_ -> known(byRest))
                : byRest;
    }

    private Effect<Account> known(Effect<Account> byRest) {
        return byRest instanceof Effect.Done ? byRest : new Effect.Done<>(Account.named(user));
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        return making.issue(request);
    }

    @Override
    public Effect<List<Token>> marked(Account account, RenewalId marker) {
        Effect<List<Token>> byRest = rest.marked(account, marker);
        return AdminTrouble.in(byRest) ? MarkedTokens.ask(rails, user, marker) : byRest;
    }

    /** Ruby is started twice where the first day of expiry is refused. */
    @Override
    public Duration longest() {
        return rails.longest().multipliedBy(2).plus(rest.longest());
    }
}
