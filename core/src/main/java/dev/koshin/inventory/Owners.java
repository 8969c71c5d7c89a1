package dev.koshin.inventory;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.parallel.Together;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out why GitLab does not accept a proven token any more: its user may be gone. Else nothing is asked. */
final class Owners {
    private Owners() {}

    static Map<CredentialName, Observation> ask(
            Map<CredentialName, Observation> observations, Map<CredentialName, List<Inventory.Spot>> spots) {
        Map<CredentialName, Observation> answered = new ConcurrentHashMap<>();
        List<Observation> forgotten =
                observations.values().stream().filter(Owners::forgotten).toList();
        Together.each(forgotten, seen -> {
            List<Inventory.Spot> own = spots.getOrDefault(seen.credential(), List.of());
            Effect<Account> owner = own.getFirst().credential().issuer().owner();
            owner.why()
                    .filter(Owners::unusable)
                    .ifPresent(why -> answered.put(seen.credential(), ownerless(seen, why)));
        });
        Map<CredentialName, Observation> all = new LinkedHashMap<>(observations);
        all.putAll(answered);
        return all;
    }

    private static boolean forgotten(Observation seen) {
        return seen.seen().stream().anyMatch(one -> forgotten(seen, one));
    }

    private static boolean forgotten(Observation seen, Seen one) {
        boolean dead = one.finding() instanceof Seen.Unknown || one.finding() instanceof Seen.Revoked;
        return dead && one.print().filter(seen.past()::isLast).isPresent();
    }

    private static boolean unusable(Problem problem) {
        return problem.reason() == Reason.USER_MISSING || problem.reason() == Reason.USER_BLOCKED;
    }

    private static Observation ownerless(Observation seen, Problem why) {
        return seen.with(
                seen.seen().stream()
                        .map(one -> forgotten(seen, one)
                                ? new Seen(
                                        one.target(),
                                        new Seen.Ownerless(one.print().orElseThrow(), why))
                                : one)
                        .toList(),
                seen.at());
    }
}
