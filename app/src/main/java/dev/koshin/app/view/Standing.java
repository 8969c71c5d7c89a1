package dev.koshin.app.view;

import dev.koshin.journal.Trail;
import dev.koshin.model.Expiry;
import dev.koshin.model.Token;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a credential whose renewal has stopped.
 *
 * @param seen what was there before
 * @param open the renewal as the journal has it afterwards, if it is open
 */
public record Standing(Observation seen, Optional<Trail> open) {

    /** In words, and no more than is certain. */
    String text(Screen screen) {
        List<Token> live = seen.live();
        if (open.filter(Standing::revoking).isPresent()) {
            return screen.messages().text("outcome.nothing-lost");
        }
        return live.isEmpty() ? dead(screen) : alive(screen, live);
    }

    /** From then on the token of before may be dead, because a newer one is proven. */
    private static boolean revoking(Trail trail) {
        Trail.Stage stage = trail.stage() instanceof Trail.Parked(var _, Trail.Stage beneath) ? beneath : trail.stage();
        return stage instanceof Trail.Retiring || !trail.revoked().isEmpty();
    }

    private static String alive(Screen screen, List<Token> live) {
        return live.stream()
                .flatMap(token -> token.expiry().stream())
                .map(Expiry::instant)
                .min(Comparator.naturalOrder())
                .map(end -> screen.messages().text("outcome.still-works-until", screen.time(end)))
                .orElseGet(() -> screen.messages().text("outcome.still-works"));
    }

    private String dead(Screen screen) {
        return seen.seen().stream()
                .map(Seen::finding)
                .map(finding -> switch (finding) {
                    case Seen.Expired _ -> "outcome.expired";
                    case Seen.Revoked _ -> "outcome.revoked";
                    case Seen.Live _, Seen.Unknown _, Seen.Ownerless _, Seen.Empty _, Seen.Unreadable _ ->
                        "outcome.nothing-lost";
                })
                .findFirst()
                .map(screen.messages()::text)
                .orElseGet(() -> screen.messages().text("outcome.nothing-lost"));
    }
}
