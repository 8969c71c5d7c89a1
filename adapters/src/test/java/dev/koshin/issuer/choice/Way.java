package dev.koshin.issuer.choice;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A way that answers as it was told to; what it was not told to refuse goes to {@code open}. */
final class Way implements Issuer {
    private final String name;
    private final Issuer open;
    private final Optional<Reason> shut;
    private final Optional<Effect<Issued>> atIssue;
    int issues;

    private Way(String name, Issuer open, Optional<Reason> shut, Optional<Effect<Issued>> atIssue) {
        this.name = name;
        this.open = open;
        this.shut = shut;
        this.atIssue = atIssue;
    }

    static Way open(String name, Issuer issuer) {
        return new Way(name, issuer, Optional.empty(), Optional.empty());
    }

    static Way shut(String name, Issuer issuer, Reason reason) {
        return new Way(name, issuer, Optional.of(reason), Optional.empty());
    }

    static Way failing(String name, Issuer issuer, Effect<Issued> atIssue) {
        return new Way(name, issuer, Optional.empty(), Optional.of(atIssue));
    }

    private <T> Optional<Effect<T>> refusal() {
        return shut.map(reason -> new Effect.Refused<>(Problem.of(reason, name, "shut")));
    }

    @Override
    public List<String> ways() {
        return List.of(name);
    }

    @Override
    public Effect<Account> preflight(Optional<Token> old) {
        return this.<Account>refusal().orElseGet(() -> open.preflight(old));
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        issues++;
        return atIssue.or(this::refusal).orElseGet(() -> open.issue(request));
    }

    @Override
    public Effect<Inspection> inspect(Secret value) {
        return open.inspect(value);
    }

    @Override
    public Effect<Account> exercise(Secret value) {
        return open.exercise(value);
    }

    @Override
    public Effect<List<Token>> marked(Account account, RenewalId marker) {
        return this.<List<Token>>refusal().orElseGet(() -> open.marked(account, marker));
    }

    @Override
    public Effect<Optional<Token>> shown(TokenId id, Secret own) {
        return new Effect.Done<>(Optional.empty());
    }

    @Override
    public Effect<TokenId> revoke(TokenId id, Secret own) {
        return open.revoke(id, own);
    }

    @Override
    public Duration longest() {
        return Duration.ofMinutes(3);
    }
}
