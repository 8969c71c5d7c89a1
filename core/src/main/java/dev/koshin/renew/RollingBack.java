package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import java.util.List;
import java.util.Optional;

/**
 * The way back: the same states, with the old token in place of a fresh one. From {@link State.Probed} on nothing else
 * is different, but that the tokens go that the renewal made.
 */
final class RollingBack {
    private RollingBack() {}

    static Outcome begin(Run run, Optional<Trail> open, Optional<Backup.Sealed> kept) {
        return open.map(trail -> begin(run, trail, kept))
                .orElseGet(() ->
                        leave(run, Reason.ROLLBACK_TOO_LATE, run.credential().name()));
    }

    private static Outcome begin(Run run, Trail trail, Optional<Backup.Sealed> kept) {
        return switch (trail.stage()) {
            case Trail.Open _, Trail.Adopted _, Trail.RollingBack _ -> restore(run, trail, kept);
            case Trail.Proven _ -> trail.back().isPresent() ? Beginning.again(run, trail) : restore(run, trail, kept);
            case Trail.Retiring _, Trail.Finished _ -> revoking(run, trail);
            case Trail.Parked(var _, Trail.Retiring _) -> revoking(run, trail);
            case Trail.Parked _ -> restore(run, trail, kept);
        };
    }

    /** From then on the old token may be dead, unless it is the one that stays. */
    private static Outcome revoking(Run run, Trail trail) {
        return trail.back().isPresent()
                ? Beginning.again(run, trail)
                : leave(run, Reason.ROLLBACK_TOO_LATE, trail.credential());
    }

    private static Outcome restore(Run run, Trail trail, Optional<Backup.Sealed> kept) {
        return kept.filter(value -> value.renewal().equals(trail.renewal()) && trail.replaced(ref(value)))
                .map(value -> restore(run, trail, value))
                .orElseGet(() -> leave(run, Reason.ROLLBACK_NOTHING_KEPT, trail.credential()));
    }

    private static TokenRef ref(Backup.Sealed value) {
        return new TokenRef(value.token(), value.secret().fingerprint());
    }

    /** Everything is checked before the first entry: if something is wrong, the renewal stays as it is. */
    private static Outcome restore(Run run, Trail trail, Backup.Sealed value) {
        Effect<List<State.Slot>> looked = Beginning.look(run).flatMap(slots -> recognised(run, trail, slots));
        if (!(looked instanceof Effect.Done<List<State.Slot>>(List<State.Slot> slots))) {
            return Beginning.leave(run, Beginning.failed(Run.problem(looked)));
        }
        Effect<Token> alive = alive(run, value).flatMap(token -> exercised(run, value, token));
        if (!(alive instanceof Effect.Done<Token>(Token token))) {
            return Beginning.leave(run, Beginning.failed(Run.problem(alive)));
        }
        Trail back = run.append(trail, new Entry.RollingBack(trail.renewal(), ref(value)));
        return run.from(new State.Probed(back, slots, new Issued(token, value.secret())));
    }

    private static Effect<List<State.Slot>> recognised(Run run, Trail trail, List<State.Slot> slots) {
        for (State.Slot slot : slots) {
            Effect<Held> known = Recognition.of(
                    trail, slot.target().name(), slot.held(), run.credential().issuer());
            if (!(known instanceof Effect.Done)) {
                return known.map(_ -> slots);
            }
        }
        return new Effect.Done<>(slots);
    }

    private static Effect<Token> alive(Run run, Backup.Sealed value) {
        return run.credential()
                .issuer()
                .inspect(value.secret())
                .flatMap(answer -> answer instanceof Inspection.Live(Token token)
                                && token.id().equals(value.token())
                                && token.live(run.now())
                        ? new Effect.Done<>(token)
                        : new Effect.Refused<>(Run.problem(
                                Reason.ROLLBACK_TOKEN_DEAD,
                                value.credential(),
                                value.token().value())));
    }

    private static Effect<Token> exercised(Run run, Backup.Sealed value, Token token) {
        Account owner = Account.named(run.credential().user());
        return run.credential()
                .issuer()
                .exercise(value.secret())
                .flatMap(account -> owner.fits(account)
                        ? new Effect.Done<>(token)
                        : new Effect.Refused<>(Run.problem(Reason.USER_DIFFERS, owner.name(), account.name())));
    }

    private static Outcome leave(Run run, Reason reason, Object detail) {
        return Beginning.leave(run, Beginning.failed(Run.problem(reason, detail)));
    }
}
