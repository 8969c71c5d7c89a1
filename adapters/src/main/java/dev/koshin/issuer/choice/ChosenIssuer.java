package dev.koshin.issuer.choice;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several issuers of one user's tokens, for one renewal. */
final class ChosenIssuer implements Issuer {
    private final List<Issuer> ways;
    private final Listener listener;
    private volatile Optional<Token> old = Optional.empty();
    private volatile Optional<Choosing> choosing = Optional.empty();

    ChosenIssuer(List<Issuer> ways, Listener listener) {
        this.ways = ways;
        this.listener = listener;
    }

    /** How far the choice has come: this way, after those. */
    private record Choosing(int at, List<Passed> passed) {
        Choosing after(String way, Problem problem) {
            List<Passed> more = new ArrayList<>(passed);
            more.add(new Passed(way, problem));
            return new Choosing(at + 1, List.copyOf(more));
        }
    }

    @Override
    public List<String> ways() {
        return ways.stream().flatMap(way -> way.ways().stream()).toList();
    }

    @Override
    public Effect<Account> preflight(Optional<Token> held) {
        old = held;
        return choose(new Choosing(0, List.of()));
    }

    /** Takes the first way from there on that is open; the answer of the very first way if none is. */
    private Effect<Account> choose(Choosing from) {
        Choosing now = from;
        while (now.at < ways.size()) {
            Effect<Account> answer = ways.get(now.at).preflight(old);
            if (answer instanceof Effect.Done<Account>) {
                choosing = Optional.of(now);
                listener.chosen(name(now.at), now.passed);
                return answer;
            }
            now = now.after(name(now.at), answer.why().orElseThrow());
        }
        choosing = Optional.empty();
        listener.none(now.passed);
        return new Effect.Refused<>(now.passed.getFirst().problem());
    }

    private String name(int way) {
        return String.join(", ", ways.get(way).ways());
    }

    /** A way may be found shut only when it is used; what it refused clearly is asked for by the next one. */
    @Override
    public Effect<Issued> issue(TokenRequest request) {
        return choosing.map(now -> issue(request, now))
                .orElseGet(() -> preflight(Optional.empty()).flatMap(_ -> issue(request)));
    }

    private Effect<Issued> issue(TokenRequest request, Choosing now) {
        Effect<Issued> answer = ways.get(now.at).issue(request);
        return Fitness.unfit(answer)
                ? byTheNext(request, now.after(name(now.at), answer.why().orElseThrow()), answer)
                : answer;
    }

    private Effect<Issued> byTheNext(TokenRequest request, Choosing rest, Effect<Issued> refusal) {
        return choose(rest) instanceof Effect.Done ? issue(request) : refusal;
    }

    @Override
    public Effect<Inspection> inspect(Secret value) {
        return ways.getFirst().inspect(value);
    }

    @Override
    public Effect<Account> exercise(Secret value) {
        return ways.getFirst().exercise(value);
    }

    /** A way may see what the first one may not. */
    @Override
    public Effect<List<Token>> marked(Account account, RenewalId marker) {
        Effect<List<Token>> first = ways.getFirst().marked(account, marker);
        return Fitness.unfit(first)
                ? ways.stream()
                        .skip(1)
                        .map(way -> way.marked(account, marker))
                        .filter(Effect.Done.class::isInstance)
                        .findFirst()
                        .orElse(first)
                : first;
    }

    @Override
    public Effect<TokenId> revoke(TokenId id, Secret own) {
        return ways.getFirst().revoke(id, own);
    }

    @Override
    public Effect<Optional<Token>> shown(TokenId id, Secret own) {
        return ways.getFirst().shown(id, own);
    }

    @Override
    public Effect<Account> owner() {
        return ways.getFirst().owner();
    }

    /** Asking for a token may go through all of them. */
    @Override
    public Duration longest() {
        return ways.stream().map(Issuer::longest).reduce(Duration.ZERO, Duration::plus);
    }
}
