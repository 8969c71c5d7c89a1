package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.inventory.Credential;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Past;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Expiry;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.plan.Holders;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Policy;
import dev.koshin.plan.Seen;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.FakePlace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Observations of one credential, and the screen on which they are shown. */
final class Seeing {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final CredentialName NAME = new CredentialName("ci");
    private static final RenewalId RENEWAL = new RenewalId("0123456789abcdef");
    private static final Fingerprint PRINT = new Fingerprint("0123456789ab");

    private final StringWriter out = new StringWriter();
    private final Screen screen;

    Seeing(Locale language) {
        PrintWriter writer = new PrintWriter(out);
        screen = new Screen(writer, writer, Messages.of(language), ZoneId.of("UTC"), false);
    }

    Screen screen() {
        return screen;
    }

    List<String> status(Line... lines) {
        StatusView.print(screen, List.of(lines), Map.of());
        return out.toString().lines().toList();
    }

    String text() {
        return out.toString();
    }

    static Token token(long id, Optional<String> lastDay) {
        return new Token(
                new TokenId(id),
                new UserId(2),
                "by hand",
                new TreeSet<>(List.of("api", "read_repository")),
                NOW,
                Optional.empty(),
                lastDay.map(day -> new Expiry(LocalDate.parse(day))),
                false);
    }

    static Seen.Finding live(Token token) {
        return new Seen.Live(token, PRINT);
    }

    static Seen.Finding expired() {
        return new Seen.Expired(Optional.empty(), PRINT);
    }

    static Seen.Finding revoked() {
        return new Seen.Revoked(Optional.empty(), PRINT);
    }

    static Observation seen(Seen.Finding... findings) {
        return new Observation(
                NAME,
                NOW,
                Stream.of(findings)
                        .map(finding -> new Seen(new TargetName("place"), finding))
                        .toList(),
                Optional.empty(),
                List.of(),
                List.of(),
                Holders.NOBODY,
                Past.NONE);
    }

    static Observation with(Observation seen, Token stray) {
        return new Observation(
                NAME, NOW, seen.seen(), seen.open(), List.of(stray), List.of(), Holders.NOBODY, Past.NONE);
    }

    static Observation parked(Observation seen, Problem problem) {
        return new Observation(
                NAME,
                NOW,
                seen.seen(),
                Optional.of(trail(new Entry.Parked(RENEWAL, problem))),
                seen.strays(),
                seen.leaving(),
                Holders.NOBODY,
                Past.NONE);
    }

    static Trail trail(Entry... more) {
        Trail trail = Trail.started(new Entry.Started(RENEWAL, NAME, List.of(), "due"), NOW);
        for (Entry entry : more) {
            trail = trail.after(entry, NOW);
        }
        return trail;
    }

    static RenewalId renewal() {
        return RENEWAL;
    }

    static Line line(Observation seen) {
        FakePlace place = new FakePlace();
        List<Target> targets = seen.seen().stream()
                .map(one -> place.put(one.target(), new Held.Nothing()))
                .toList();
        Credential credential = new Credential(
                NAME,
                "bot",
                new FakeGitLab(() -> NOW).issuer("bot"),
                targets,
                Consumers.readingEachTime(),
                Policy.DEFAULT,
                new TreeSet<>(List.of("api")));
        return new Line(credential, seen, Planner.judge(seen, Policy.DEFAULT, NOW));
    }
}
