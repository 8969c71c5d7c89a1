package dev.koshin.target.kubernetessecret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target.Receipt;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * One delivery: look, compare, try without effect, write what was tried on the version that was compared, look again.
 */
final class Delivery {
    /** How often somebody else may write other parts of the Secret in between. */
    private static final int TRIES = 3;

    private final KubernetesSecretTarget target;
    private final SecretCalls calls;
    private final Held expected;

    Delivery(KubernetesSecretTarget target, SecretCalls calls, Held expected) {
        this.target = target;
        this.calls = calls;
        this.expected = expected;
    }

    Effect<Receipt> of(Secret fresh) {
        Effect<Receipt> ending = once(fresh);
        for (int i = 1; i < TRIES && overtaken(ending); i++) {
            ending = once(fresh);
        }
        return ending;
    }

    /** A conflict of versions, as opposed to another value than expected, which names the key. */
    private boolean overtaken(Effect<Receipt> ending) {
        return ending instanceof Effect.Refused<Receipt>(Problem problem)
                && problem.reason() == Reason.TARGET_CHANGED
                && !problem.details().getFirst().equals(target.name().value());
    }

    private Effect<Receipt> once(Secret fresh) {
        int bytes = fresh.reveal(value -> value.getBytes(UTF_8).length);
        return calls.read()
                .flatMap(this::asExpected)
                .flatMap(target::changeable)
                .flatMap(before -> target.fits(before, bytes))
                .flatMap(before -> written(new SecretPatch(before, target.key(), fresh)));
    }

    private Effect<SecretImage> asExpected(SecretImage before) {
        return target.held(before)
                .flatMap(held ->
                        held.equals(expected) ? new Effect.Done<>(before) : target.refused(Reason.TARGET_CHANGED));
    }

    private Effect<Receipt> written(SecretPatch patch) {
        return tried(patch)
                .flatMap(_ -> calls.write(patch))
                .flatMap(after -> confirmed(patch, after))
                .flatMap(_ -> readBack(patch.fresh()));
    }

    /** Refused if more than the key would change, as where an admission webhook rewrites the Secret. */
    Effect<SecretCalls.Trial> tried(SecretPatch patch) {
        return calls.attempt(patch).flatMap(trial -> switch (trial) {
            case SecretCalls.Trial.Untried untried -> new Effect.Done<>(untried);
            case SecretCalls.Trial.Image(SecretImage after) -> {
                String more = more(patch, after);
                yield more.isEmpty() ? new Effect.Done<>(trial) : target.refused(Reason.TARGET_MORE_CHANGED, more);
            }
        });
    }

    /** What the API server stored; too late to refuse, so that whoever reads again decides. */
    private Effect<SecretImage> confirmed(SecretPatch patch, SecretImage after) {
        String more = more(patch, after);
        return more.isEmpty()
                ? new Effect.Done<>(after)
                : new Effect.Unclear<>(
                        Problem.of(Reason.TARGET_MORE_CHANGED, target.name().value(), more));
    }

    /** What differs besides the key, or the key itself if it does not hold what was sent; empty if all is well. */
    private String more(SecretPatch patch, SecretImage after) {
        SortedSet<Place.Cell> changed = after.changedSince(patch.before());
        changed.remove(target.cell());
        boolean arrived =
                after.held(target.key()).filter(held -> held.is(patch.fresh())).isPresent();
        return arrived ? changed.stream().map(Delivery::shown).collect(Collectors.joining(", ")) : shown(target.cell());
    }

    private static String shown(Place.Cell cell) {
        return cell.row().isEmpty() ? cell.column() : cell.column() + "[" + cell.row() + "]";
    }

    private Effect<Receipt> readBack(Secret fresh) {
        return switch (target.read()) {
            case Effect.Done<Held>(Held held) ->
                held.is(fresh)
                        ? new Effect.Done<>(new Receipt(target.name(), target.cell()))
                        : target.refused(Reason.TARGET_CHANGED);
            case Effect.Refused<Held>(Problem problem) -> new Effect.Unclear<>(problem);
            case Effect.Unclear<Held>(Problem problem) -> new Effect.Unclear<>(problem);
        };
    }
}
