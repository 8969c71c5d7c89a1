package dev.koshin.inventory;

import dev.koshin.journal.Journal;
import dev.koshin.journal.Past;
import dev.koshin.journal.TokenMemory;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TargetName;
import dev.koshin.parallel.Together;
import dev.koshin.plan.Holders;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import dev.koshin.spi.TokenCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Looks at many credentials with few calls: each place is read once, tokens are listed in bulk, and GitLab is asked
 * about a single value only the first time that this value is met.
 */
public final class Inventory {
    private final Journal journal;
    private final TokenMemory memory;
    private final TokenCatalog catalog;
    private final InstantSource clock;

    /** Works on this journal and memory, lists tokens from {@code catalog}, and makes no call yet. */
    public Inventory(Journal journal, TokenMemory memory, TokenCatalog catalog, InstantSource clock) {
        this.journal = journal;
        this.memory = memory;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Looks at {@code credentials}, and at where {@code all} of the configuration keep their values, as a token that
     * another one holds must live. GitLab is asked about {@code credentials}; about the values of the others only where
     * an answer was lost, as the journal does not tell which token that was. Nothing is written;
     * {@link Gathered#learned()} is for the caller to remember.
     */
    public Gathered gather(List<Credential> credentials, List<Credential> all) {
        Map<Place, Effect<Place.View>> views = look(all);
        Map<CredentialName, Trail> open = new HashMap<>();
        Map<CredentialName, Past> pasts = journal.pasts();
        journal.unfinished().forEach((name, entries) -> open.put(name, Trail.of(entries)));
        Map<CredentialName, List<Spot>> spots = spots(credentials, views);
        Map<CredentialName, List<Spot>> everybody = spots(all, views);
        boolean lost = credentials.stream()
                .flatMap(credential -> Optional.ofNullable(open.get(credential.name())).stream())
                .anyMatch(Trail::lostAnswers);
        Answers answers =
                Answers.ask(spots.values(), lost ? everybody.values() : List.of(), memory.known(), catalog, clock);
        Holders holders = answers.holders(everybody.values());
        return gathered(spots, open, answers, views, holders, pasts);
    }

    /** Side by side, so that those that do not answer cost the time of one. */
    private static Map<Place, Effect<Place.View>> look(List<Credential> credentials) {
        Set<Place> places = credentials.stream()
                .flatMap(credential -> credential.targets().stream())
                .map(Target::place)
                .collect(Collectors.toSet());
        Map<Place, Effect<Place.View>> views = new ConcurrentHashMap<>();
        Together.each(places, place -> views.put(place, place.look()));
        return views;
    }

    private static Map<CredentialName, List<Spot>> spots(
            List<Credential> credentials, Map<Place, Effect<Place.View>> views) {
        Map<CredentialName, List<Spot>> spots = new LinkedHashMap<>();
        credentials.forEach(credential -> spots.put(credential.name(), spots(credential, views)));
        return spots;
    }

    private static List<Spot> spots(Credential credential, Map<Place, Effect<Place.View>> views) {
        return credential.targets().stream()
                .map(target -> new Spot(
                        credential,
                        target.name(),
                        Optional.ofNullable(views.get(target.place()))
                                .orElseThrow()
                                .flatMap(view -> held(view, target.name()))))
                .toList();
    }

    private static Effect<Held> held(Place.View view, TargetName target) {
        return Optional.ofNullable(view.held().get(target))
                .<Effect<Held>>map(Effect.Done::new)
                .orElseGet(() -> new Effect.Refused<>(Problem.of(Reason.TARGET_ROW_MISSING, target.value())));
    }

    private Gathered gathered(
            Map<CredentialName, List<Spot>> spots,
            Map<CredentialName, Trail> unfinished,
            Answers answers,
            Map<Place, Effect<Place.View>> views,
            Holders holders,
            Map<CredentialName, Past> pasts) {
        Instant now = clock.instant();
        Map<CredentialName, Observation> observations = new LinkedHashMap<>();
        spots.forEach((name, list) -> {
            Optional<Trail> open = Optional.ofNullable(unfinished.get(name));
            List<Seen> seen = list.stream()
                    .map(spot -> new Seen(spot.target(), answers.about(spot, now)))
                    .toList();
            observations.put(
                    name,
                    new Observation(
                            name,
                            now,
                            seen,
                            open,
                            answers.strays(seen, open, now),
                            answers.leaving(open, now),
                            holders,
                            pasts.getOrDefault(name, Past.NONE)));
        });
        return new Gathered(now, Owners.ask(observations, spots), answers.learned(now), done(views), pasts);
    }

    private static Map<Place, Place.View> done(Map<Place, Effect<Place.View>> views) {
        Map<Place, Place.View> done = new HashMap<>();
        views.forEach((place, view) -> {
            if (view instanceof Effect.Done<Place.View>(Place.View seen)) {
                done.put(place, seen);
            }
        });
        return done;
    }

    /** What one target of one credential holds. */
    record Spot(Credential credential, TargetName target, Effect<Held> held) {}
}
