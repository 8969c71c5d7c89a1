package dev.koshin.inventory;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.plan.Policy;
import dev.koshin.renew.IssuerAround;
import dev.koshin.renew.TargetAround;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import dev.koshin.spi.TokenCatalog;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.MemoryJournal;
import dev.koshin.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A GitLab and one place, and all that an inventory asks of them. */
final class Catalogued {
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T00:30:00Z"));
    final FakeGitLab gitlab = new FakeGitLab(clock);
    final Account user = gitlab.user("user");
    final MemoryJournal journal = new MemoryJournal(clock);
    final AtomicInteger looks = new AtomicInteger();
    final WatchedPlace place = new WatchedPlace(new FakePlace());
    final List<Secret> inspected = Collections.synchronizedList(new ArrayList<>());
    final List<Set<UserId>> listed = new ArrayList<>();
    TokenCatalog catalog = gitlab;
    UnaryOperator<Effect<Inspection>> answer = UnaryOperator.identity();
    UnaryOperator<Effect<Place.View>> view = UnaryOperator.identity();

    Issued token(Account account, String expiry) {
        return named(account, "by hand", expiry);
    }

    Issued named(Account account, String name, String expiry) {
        return gitlab.plant(account, name, new TreeSet<>(List.of("api")), LocalDate.parse(expiry));
    }

    /** A credential whose targets {@code NAME-0}, {@code NAME-1} and so on hold {@code values}. */
    Credential credential(String name, Account account, Secret... values) {
        return new Credential(
                new CredentialName(name),
                account.name(),
                watched(gitlab.issuer(account.name())),
                IntStream.range(0, values.length)
                        .mapToObj(i -> target(new TargetName(name + "-" + i), values[i]))
                        .toList(),
                Consumers.readingEachTime(),
                Policy.DEFAULT,
                new TreeSet<>(List.of("api")));
    }

    private Target target(TargetName name, Secret value) {
        return new TargetAround(place.inner().put(name, new Held.Value(value))) {
            @Override
            public Place place() {
                return Catalogued.this.place;
            }
        };
    }

    private Issuer watched(Issuer issuer) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Inspection> inspect(Secret value) {
                inspected.add(value);
                return answer.apply(super.inspect(value));
            }
        };
    }

    Gathered gather(Credential... credentials) {
        return gather(List.of(credentials), List.of(credentials));
    }

    Gathered gather(List<Credential> chosen, List<Credential> all) {
        return new Inventory(journal, journal, this::tokensOf, clock).gather(chosen, all);
    }

    private Effect<List<Token>> tokensOf(Set<UserId> users) {
        listed.add(users);
        return catalog.tokensOf(users);
    }

    void remember(Gathered gathered) {
        journal.remember(gathered.learned());
    }

    /** The place, and how often it was looked at. */
    final class WatchedPlace implements Place {
        private final FakePlace inner;

        WatchedPlace(FakePlace inner) {
            this.inner = inner;
        }

        FakePlace inner() {
            return inner;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public Effect<View> look() {
            looks.incrementAndGet();
            return view.apply(inner.look());
        }
    }
}
