package dev.koshin.app.view;

import dev.koshin.journal.Past;
import dev.koshin.journal.ServerMemory.ServerSeen;
import dev.koshin.model.CredentialName;
import dev.koshin.plan.Drift;
import dev.koshin.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What happened behind Koshin's back, in words and as JSON.
 *
 * @param lines what was looked at
 * @param gone what was proven for credentials that are there no more
 * @param server the GitLab that was last seen
 */
public record Drifts(List<Line> lines, SortedMap<CredentialName, Past.Proof> gone, Optional<ServerSeen> server) {
    /** A token that GitLab gave a year cannot live longer, so there is nothing to revoke. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);

    /** How long an update of GitLab is worth a line. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** With fewer, it was one row and not a whole place. */
    private static final int SEVERAL = 2;

    static Drifts of(List<Line> lines) {
        return new Drifts(lines, new TreeMap<>(), Optional.empty());
    }

    /** Leaves out what is too old to tell at {@code now}. */
    public static Drifts of(
            List<Line> lines, Map<CredentialName, Past.Proof> gone, Optional<ServerSeen> server, Instant now) {
        SortedMap<CredentialName, Past.Proof> recent = new TreeMap<>(gone);
        recent.values().removeIf(proof -> proof.at().plus(LONGEST_LIFE).isBefore(now));
        return new Drifts(
                lines, recent, server.filter(seen -> now.isBefore(seen.since().plus(NEWS))));
    }

    static Map<String, Object> json(Past.Proof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tokenId", proof.token().id().value());
        json.put("fingerprint", proof.token().fingerprint().value());
        json.put("at", proof.at().toString());
        return json;
    }

    /** One line for each credential, each place that went back as a whole, and each thing that is gone. */
    List<String> text(Screen screen) {
        List<String> text = new ArrayList<>();
        lines.forEach(line -> line.drift()
                .ifPresent(drift -> text.add(proof(
                        screen,
                        "drift." + drift.kind().code(),
                        line.credential().name(),
                        drift.proof()))));
        restored().forEach((place, count) -> text.add(screen.messages().text("drift.restored-place", count, place)));
        long forgotten = forgotten();
        if (forgotten >= SEVERAL) {
            text.add(screen.messages().text("drift.restored-gitlab", forgotten));
        }
        gone.forEach((name, proof) -> text.add(proof(screen, "drift.gone", name, proof)));
        server.ifPresent(seen -> seen.before()
                .ifPresent(before -> text.add(
                        screen.messages().text("drift.upgraded", before, seen.version(), screen.time(seen.since())))));
        return text;
    }

    private static String proof(Screen screen, String key, CredentialName name, Past.Proof proof) {
        return screen.messages().text(key, name, proof.token().id().value(), screen.time(proof.at()));
    }

    /** Places in which older values are back in several credentials at once, and in how many. */
    private SortedMap<String, Long> restored() {
        SortedMap<String, Long> places = lines.stream()
                .filter(line -> line.drift()
                        .filter(drift -> drift.kind() == Drift.Kind.PUT_BACK)
                        .isPresent())
                .flatMap(line -> line.credential().targets().stream()
                        .map(Target::place)
                        .map(place -> place.name())
                        .distinct())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        places.values().removeIf(count -> count < SEVERAL);
        return places;
    }

    private long forgotten() {
        return lines.stream()
                .flatMap(line -> line.drift().stream())
                .filter(drift -> drift.kind() == Drift.Kind.FORGOTTEN)
                .count();
    }

    /** The same as JSON. */
    void json(Map<String, Object> json) {
        json.put("restored", restored());
        Map<String, Object> byName = new LinkedHashMap<>();
        gone.forEach((name, proof) -> byName.put(name.value(), json(proof)));
        json.put("gone", byName);
        server.ifPresent(seen -> {
            Map<String, Object> gitlab = new LinkedHashMap<>();
            gitlab.put("version", seen.version());
            gitlab.put("since", seen.since().toString());
            seen.before().ifPresent(before -> gitlab.put("before", before));
            json.put("gitlab", gitlab);
        });
    }
}
