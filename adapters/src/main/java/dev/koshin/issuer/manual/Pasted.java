package dev.koshin.issuer.manual;

import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.TokenValue;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** Examines what was pasted, before anything goes on. */
final class Pasted {
    private static final Duration PREPARED = Duration.ofDays(1);

    private final Issuer rest;
    private final TokenRequest request;
    private final Optional<Token> old;
    private final Instant asked;
    private boolean marked;

    /** {@code old}: the token that the credential holds now, if it lives; {@code asked}: when the person was. */
    Pasted(Issuer rest, TokenRequest request, Optional<Token> old, Instant asked) {
        this.rest = rest;
        this.request = request;
        this.old = old;
        this.asked = asked;
    }

    /** Whether a token of this renewal was among what was pasted, which must be found at the end if it is not used. */
    boolean marked() {
        return marked;
    }

    /** What came of it. */
    sealed interface Finding {
        /** It is what was asked for. */
        record Right(Issued issued) implements Finding {}

        /** It is not; another one may be. */
        record Wrong(Problem problem) implements Finding {}

        /** GitLab does not say, whatever was pasted. */
        record Unanswered(Problem problem) implements Finding {}
    }

    Finding examine(Secret line) {
        Optional<Secret> value = line.reveal(
                text -> Optional.of(text.strip()).filter(TokenValue::acceptable).map(Secret::of));
        return value.map(this::presented).orElseGet(() -> notLive("not a token"));
    }

    private Finding presented(Secret value) {
        return switch (rest.inspect(value)) {
            case Effect.Done<Inspection>(Inspection.Live(Token token)) -> live(value, token);
            case Effect.Done<Inspection>(Inspection.Expired _) -> notLive("expired");
            case Effect.Done<Inspection>(Inspection.Revoked _) -> notLive("revoked");
            case Effect.Done<Inspection>(Inspection.Unknown _) -> notLive("unknown");
            case Effect.Refused<Inspection>(Problem problem) -> new Finding.Unanswered(problem);
            case Effect.Unclear<Inspection>(Problem problem) -> new Finding.Unanswered(problem);
        };
    }

    private Finding live(Secret value, Token token) {
        marked |= request.marker().marks(token.name());
        Optional<Problem> wrong = foreign(token).or(() -> notNew(token)).or(() -> scopes(token));
        return wrong.<Finding>map(Finding.Wrong::new).orElseGet(() -> used(value, token));
    }

    /** Another renewal would revoke it one day as its own. */
    private Optional<Problem> foreign(Token token) {
        Optional<RenewalId> marker = TokenName.marker(token.name());
        return marker.filter(other -> !other.equals(request.marker()))
                .map(_ -> problem(Reason.PASTED_OF_ANOTHER_RENEWAL, token.id().toString(), token.name()));
    }

    /**
     * A token may be prepared, and the clocks may differ. But one that is older than a day may be somebody else's, who
     * would lose it with the next renewal; the name that was shown says that it is not.
     */
    private Optional<Problem> notNew(Token token) {
        boolean replaced = old.filter(
                        held -> token.id().equals(held.id()) || !token.created().isAfter(held.created()))
                .isPresent();
        boolean prepared =
                request.marker().marks(token.name()) || token.created().isAfter(asked.minus(PREPARED));
        return Optional.of(token)
                .filter(_ -> replaced || !prepared)
                .map(_ -> problem(
                        Reason.PASTED_NOT_NEW,
                        token.id().toString(),
                        token.created().toString()));
    }

    private Optional<Problem> scopes(Token token) {
        TreeSet<String> missing = new TreeSet<>(request.scopes());
        missing.removeAll(token.scopes());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(problem(Reason.TOKEN_SCOPES_MISSING, String.join(" ", missing)));
    }

    private Finding used(Secret value, Token token) {
        Account wanted = request.account();
        return switch (rest.exercise(value)) {
            case Effect.Done<Account>(Account user) ->
                wanted.fits(user) && user.owns(token)
                        ? new Finding.Right(new Issued(token, value))
                        : new Finding.Wrong(problem(Reason.USER_DIFFERS, wanted.name(), user.name()));
            case Effect.Refused<Account>(Problem problem) -> new Finding.Unanswered(problem);
            case Effect.Unclear<Account>(Problem problem) -> new Finding.Unanswered(problem);
        };
    }

    private static Finding notLive(String why) {
        return new Finding.Wrong(problem(Reason.PASTED_NOT_LIVE, why));
    }

    private static Problem problem(Reason reason, String... details) {
        return Problem.of(reason, details);
    }
}
