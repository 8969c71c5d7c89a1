package dev.koshin.plan;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Past;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Expiry;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the planner's tests look at. */
final class Samples {
    static final CredentialName NAME = new CredentialName("exastro/root");
    static final RenewalId RENEWAL = new RenewalId("0123456789abcdef");
    static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");
    static final Instant WINTER = Instant.parse("2026-11-15T00:00:00Z");
    static final TokenRef FRESH = new TokenRef(new TokenId(9), print(9));

    /** Lives a year until 2026-12-01, so it is due from 2026-10-02 on. */
    static final Token TOKEN = token(7, "2025-12-01T00:00:00Z", Optional.of("2026-12-01"));

    private Samples() {}

    static Token token(long id, String created, Optional<String> expiry) {
        return new Token(
                new TokenId(id),
                new UserId(3),
                "ITA",
                new TreeSet<>(List.of("api")),
                Instant.parse(created),
                Optional.empty(),
                expiry.map(LocalDate::parse).map(Expiry::new),
                false);
    }

    static Fingerprint print(long id) {
        return new Fingerprint("%012x".formatted(id));
    }

    static Seen.Finding live(Token token) {
        return new Seen.Live(token, print(token.id().value()));
    }

    static Seen.Finding fresh() {
        return live(token(9, "2026-10-01T00:00:00Z", Optional.of("2027-10-01")));
    }

    static Seen.Finding expired() {
        return new Seen.Expired(Optional.empty(), print(1));
    }

    static Seen.Finding revoked() {
        return new Seen.Revoked(Optional.empty(), print(2));
    }

    static Seen.Finding unknown() {
        return new Seen.Unknown(print(3));
    }

    static Seen.Finding unreadable() {
        return new Seen.Unreadable(Problem.of(Reason.TARGET_UNREACHABLE, "db"));
    }

    /** One target for each finding: {@code row-0}, {@code row-1} and so on. */
    static Observation seen(Seen.Finding... findings) {
        List<Seen> seen = new ArrayList<>();
        for (Seen.Finding finding : findings) {
            seen.add(new Seen(new TargetName("row-" + seen.size()), finding));
        }
        return new Observation(NAME, AUTUMN, seen, Optional.empty(), List.of(), List.of(), Holders.NOBODY, Past.NONE);
    }

    static Observation with(Trail trail, Observation seen) {
        return new Observation(
                seen.credential(),
                seen.at(),
                seen.seen(),
                Optional.of(trail),
                seen.strays(),
                seen.leaving(),
                seen.holders(),
                Past.NONE);
    }

    static Trail open() {
        return Trail.started(new Entry.Started(RENEWAL, NAME, List.of(), "due"), AUTUMN);
    }

    static Trail proven() {
        return open().after(new Entry.Proven(RENEWAL, FRESH, new TreeSet<>()), AUTUMN)
                .after(new Entry.RetireAfter(RENEWAL, WINTER), AUTUMN);
    }

    static Trail parked(Trail trail) {
        return trail.after(new Entry.Parked(RENEWAL, Problem.of(Reason.TARGETS_DIFFER, "7, 8")), AUTUMN);
    }
}
