package dev.koshin.issuer.manual;

import dev.koshin.issuer.AdminTrouble;
import dev.koshin.issuer.Assisted;
import dev.koshin.issuer.TokenName;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The issuer of one user's tokens, for one renewal; what needs no new token is left to the REST API. */
final class ManualIssuer implements Assisted {
    /** For all tries together. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final int TRIES = 3;

    private final Prompt prompt;
    private final Issuer rest;
    private final String user;
    private final InstantSource clock;
    private volatile Optional<Token> old = Optional.empty();

    ManualIssuer(Prompt prompt, Issuer rest, String user, InstantSource clock) {
        this.prompt = prompt;
        this.rest = rest;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Issuer rest() {
        return rest;
    }

    @Override
    public List<String> ways() {
        return List.of(Manual.WAY);
    }

    /** Remembers the token that is held, because it cannot be the new one. */
    @Override
    public Effect<Account> preflight(Optional<Token> held) {
        old = held;
        Effect<Account> byRest = rest.preflight(held);
        if (!(byRest instanceof Effect.Done) && !AdminTrouble.in(byRest)) {
            return byRest;
        }
        if (!prompt.available()) {
            return nobody("not interactive");
        }
        return byRest instanceof Effect.Done ? byRest : new Effect.Done<>(Account.named(user));
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        Instant start = clock.instant();
        LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(request.lifetimeDays());
        prompt.show(new Instructions(user, TokenName.of(request), day, request.scopes()));
        return asked(new Pasted(rest, request, old, start), start.plus(PATIENCE));
    }

    private Effect<Issued> asked(Pasted pasted, Instant end) {
        Optional<Problem> last = Optional.empty();
        for (int left = TRIES - 1; left >= 0; left--) {
            Optional<Secret> line = prompt.read(Duration.between(clock.instant(), end));
            if (line.isEmpty()) {
                return nobody("nothing was pasted");
            }
            switch (pasted.examine(line.get())) {
                case Pasted.Finding.Right(Issued issued) -> {
                    return new Effect.Done<>(issued);
                }
                case Pasted.Finding.Unanswered(Problem problem) -> {
                    return new Effect.Unclear<>(problem);
                }
                case Pasted.Finding.Wrong(Problem problem) -> {
                    last = Optional.of(problem);
                    prompt.wrong(problem, left);
                }
            }
        }
        String code = last.map(problem -> problem.reason().code()).orElse("");
        Problem tooOften = Problem.of(Reason.PASTED_WRONG_TOO_OFTEN, Integer.toString(TRIES), code);
        return pasted.marked() ? new Effect.Unclear<>(tooOften) : new Effect.Refused<>(tooOften);
    }

    private static <T> Effect<T> nobody(String why) {
        return new Effect.Refused<>(Problem.of(Reason.PROMPT_UNAVAILABLE, why));
    }

    /** As long as a person may take, and then the examinations. */
    @Override
    public Duration longest() {
        return PATIENCE.plus(rest.longest());
    }
}
