package dev.koshin.issuer.gitlabweb;

import dev.koshin.issuer.AdminTrouble;
import dev.koshin.issuer.Assisted;
import dev.koshin.issuer.Completion;
import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.Witness;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The issuer of one user's tokens, for one renewal; what needs no new token is left to the REST API. */
final class WebIssuer implements Assisted {
    /** Sign-in page and form, user, two token pages, two forms, landing page, sign-out. */
    private static final int MOST_CALLS = 9;

    private final GitLabWebOptions options;
    private final Visits visits;
    private final Witness rest;
    private final String user;

    WebIssuer(GitLabWebOptions options, Witness rest, String user) {
        this.options = options;
        this.visits = new Visits(options);
        this.rest = rest;
        this.user = user;
    }

    @Override
    public Issuer rest() {
        return rest;
    }

    @Override
    public List<String> ways() {
        return List.of(GitLabWeb.WAY);
    }

    /** Does not sign in: each attempt counts, and the one that issues is enough. */
    @Override
    public Effect<Account> preflight(Optional<Token> old) {
        Effect<Account> byRest = rest.preflight(old);
        return AdminTrouble.in(byRest)
                ? options.password().get().flatMap(_ -> visits.look()).map(_ -> Account.named(user))
                : byRest;
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        String name = TokenName.of(request);
        return visits.make(request)
                .flatMap(value -> Completion.of(rest, value, name).flatMap(token -> named(name, token, value)));
    }

    private static Effect<Issued> named(String name, Token token, Secret value) {
        return token.name().equals(name)
                ? new Effect.Done<>(new Issued(token, value))
                : new Effect.Unclear<>(
                        Problem.of(Reason.TOKEN_DIFFERS, name, token.id().toString()));
    }

    @Override
    public Duration longest() {
        return options.http().requestTimeout().multipliedBy(MOST_CALLS).plus(rest.longest());
    }
}
