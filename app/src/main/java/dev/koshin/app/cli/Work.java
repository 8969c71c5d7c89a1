package dev.koshin.app.cli;

import dev.koshin.app.view.Line;
import dev.koshin.app.view.RenewView;
import dev.koshin.app.view.Screen;
import dev.koshin.app.view.Standing;
import dev.koshin.app.wiring.Installation;
import dev.koshin.inventory.Changes;
import dev.koshin.inventory.Gathered;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Observation;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Order;
import dev.koshin.renew.Outcome;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renews or retires what a survey chose, proves that nothing else changed, and shows both. */
final class Work {
    private final Installation installation;
    private final Screen screen;

    Work(Installation installation, Screen screen) {
        this.installation = installation;
        this.screen = screen;
    }

    /** Works on {@code members}, of which {@code survey} knows more. */
    Exit run(Survey survey, List<Fleet.Member> members, Order order, int maxFailures) {
        return run(survey, members, order, maxFailures, Map.of());
    }

    /** As the other, and shows how {@code stopped} end, which are no members. */
    Exit run(
            Survey survey,
            List<Fleet.Member> members,
            Order order,
            int maxFailures,
            Map<CredentialName, Outcome> stopped) {
        Map<CredentialName, Outcome> outcomes = new TreeMap<>(stopped);
        outcomes.putAll(worked(members, order, maxFailures));
        return ended(survey, members, outcomes);
    }

    /** Puts {@code kept} back into the targets of the one credential that {@code survey} knows. */
    Exit rollBack(Survey survey, Order order, Optional<Backup.Sealed> kept) {
        List<Fleet.Member> members = survey.members(_ -> true);
        Fleet.Member member = members.getFirst();
        try (Interruption _ = Interruption.of(screen)) {
            Outcome outcome = installation.renewals().rollBack(member.credential(), member.seen(), order, kept);
            Exit exit = ended(survey, members, Map.of(member.credential().name(), outcome));
            if (outcome instanceof Outcome.RolledBack && !screen.json()) {
                screen.line(screen.messages().text("rollback.resume"));
            }
            return exit;
        }
    }

    private Exit ended(Survey survey, List<Fleet.Member> members, Map<CredentialName, Outcome> outcomes) {
        remember(members, outcomes);
        RenewView.print(screen, outcomes, changes(survey.gathered(), members), standings(survey, outcomes));
        return exit(outcomes);
    }

    /** A person did not want it. */
    static Exit refused(Screen screen) {
        screen.note(screen.messages().text("ask.no"));
        if (screen.json()) {
            RenewView.print(screen, Map.of(), Map.of(), Map.of());
        }
        return Exit.OK;
    }

    private Map<CredentialName, Outcome> worked(List<Fleet.Member> members, Order order, int maxFailures) {
        if (members.isEmpty()) {
            return Map.of();
        }
        try (Interruption _ = Interruption.of(screen);
                Progress progress = Progress.of(screen, members.size())) {
            installation.server().look();
            return installation.fleet(maxFailures).run(installation.waves(members), order, (_, _) -> progress.step());
        }
    }

    private Map<CredentialName, Standing> standings(Survey survey, Map<CredentialName, Outcome> outcomes) {
        Set<CredentialName> stopped = outcomes.entrySet().stream()
                .filter(one -> one.getValue() instanceof Outcome.Failed || one.getValue() instanceof Outcome.Parked)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (stopped.isEmpty()) {
            return Map.of();
        }
        Map<CredentialName, List<Recorded>> open = installation.journal().unfinished();
        return survey.lines().stream()
                .filter(line -> stopped.contains(line.credential().name()))
                .collect(Collectors.toMap(line -> line.credential().name(), line -> standing(line, open)));
    }

    private static Standing standing(Line line, Map<CredentialName, List<Recorded>> open) {
        return new Standing(
                line.seen(),
                Optional.ofNullable(open.get(line.credential().name())).map(Trail::of));
    }

    /** Every place once more: what changed is the managed cells, and what somebody else changed meanwhile. */
    private Map<Place, Optional<Changes>> changes(Gathered before, List<Fleet.Member> members) {
        Set<Place> places = members.stream()
                .flatMap(member -> member.credential().targets().stream())
                .map(Target::place)
                .collect(Collectors.toSet());
        List<Place.Cell> managed = installation.credentials().stream()
                .flatMap(credential -> credential.targets().stream())
                .map(Target::cell)
                .toList();
        Map<Place, Optional<Changes>> changes = new LinkedHashMap<>();
        places.stream()
                .sorted(Comparator.comparing(Place::name))
                .forEach(place -> changes.put(
                        place,
                        Optional.ofNullable(before.views().get(place))
                                .flatMap(view -> after(place).map(now -> Changes.between(view, now, managed)))));
        return changes;
    }

    private static Optional<Place.View> after(Place place) {
        return place.look() instanceof Effect.Done<Place.View>(Place.View view) ? Optional.of(view) : Optional.empty();
    }

    /** The next look at the new values then needs no call for each of them. */
    private void remember(List<Fleet.Member> members, Map<CredentialName, Outcome> outcomes) {
        installation
                .memory()
                .remember(members.stream()
                        .flatMap(member -> Optional.ofNullable(
                                        outcomes.get(member.credential().name()))
                                .stream()
                                .flatMap(outcome -> known(member, outcome)))
                        .toList());
    }

    private Stream<KnownToken> known(Fleet.Member member, Outcome outcome) {
        Optional<TokenRef> fresh = switch (outcome) {
            case Outcome.Finished(TokenRef token, var _) -> Optional.of(token);
            case Outcome.Proven(TokenRef token, var _, var _, var _) -> Optional.of(token);
            case Outcome.Adopted _,
                    Outcome.RolledBack _,
                    Outcome.Restored _,
                    Outcome.NotNeeded _,
                    Outcome.Parked _,
                    Outcome.Failed _,
                    Outcome.Busy _ -> Optional.empty();
        };
        Observation seen = member.seen();
        Optional<Token> old = seen.live().stream().findFirst();
        return fresh.stream()
                .flatMap(token -> old.stream()
                        .map(before -> new KnownToken(
                                token.fingerprint(),
                                token.id(),
                                before.user(),
                                installation.tools().clock().instant())));
    }

    static Exit exit(Map<CredentialName, Outcome> outcomes) {
        boolean undone = outcomes.values().stream()
                .anyMatch(outcome -> outcome instanceof Outcome.Failed || outcome instanceof Outcome.Busy);
        if (undone) {
            return Exit.FAILED;
        }
        return outcomes.values().stream().anyMatch(Outcome.Parked.class::isInstance) ? Exit.PARKED : Exit.OK;
    }
}
