package dev.koshin.testkit;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.Use;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import dev.koshin.spi.TokenRequest;
import dev.koshin.testkit.Calls.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Puts {@link Calls} between a worker and the world outside. */
public final class Intercepted {
    private final Calls calls;

    public Intercepted(Calls calls) {
        this.calls = calls;
    }

    private <T> Effect<T> effect(Supplier<Effect<T>> call) {
        Optional<Kind> kind = calls.begin();
        if (kind.equals(Optional.of(Kind.UNCLEAR_NOT_DONE))) {
            return new Effect.Unclear<>(Problem.of(Reason.GITLAB_TIMEOUT, "injected"));
        }
        Effect<T> done = call.get();
        calls.end(kind);
        return kind.equals(Optional.of(Kind.UNCLEAR_DONE))
                ? new Effect.Unclear<>(Problem.of(Reason.GITLAB_TIMEOUT, "injected"))
                : done;
    }

    private <T> T journal(Supplier<T> call) {
        Optional<Kind> kind = calls.begin();
        if (kind.equals(Optional.of(Kind.UNCLEAR_NOT_DONE))) {
            throw unavailable();
        }
        T done = call.get();
        calls.end(kind);
        if (kind.equals(Optional.of(Kind.UNCLEAR_DONE))) {
            throw unavailable();
        }
        return done;
    }

    private static JournalUnavailable unavailable() {
        return new JournalUnavailable(
                Problem.of(Reason.JOURNAL_UNAVAILABLE, "injected"), new IllegalStateException("injected"));
    }

    /** {@code issuer}, with faults. */
    public Issuer issuer(Issuer issuer) {
        return new Faulty(issuer);
    }

    /** {@code target}, with faults. */
    public Target target(Target target) {
        return new Target() {
            @Override
            public TargetName name() {
                return target.name();
            }

            @Override
            public Place place() {
                return target.place();
            }

            @Override
            public Place.Cell cell() {
                return target.cell();
            }

            @Override
            public Effect<Held> read() {
                return effect(target::read);
            }

            @Override
            public Effect<Held> preflight(int room) {
                return effect(() -> target.preflight(room));
            }

            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                return effect(() -> target.deliver(expected, fresh));
            }
        };
    }

    /** {@code consumers}, with faults. */
    public Consumers consumers(Consumers consumers) {
        return new Consumers() {
            @Override
            public Effect<List<String>> apply(Fingerprint fresh) {
                return effect(() -> consumers.apply(fresh));
            }

            @Override
            public Effect<SortedSet<Use>> running(Fingerprint fresh) {
                return effect(() -> consumers.running(fresh));
            }

            @Override
            public Effect<List<String>> endUses(Fingerprint fresh, boolean atOnce) {
                return effect(() -> consumers.endUses(fresh, atOnce));
            }
        };
    }

    /** {@code backup}, with faults. */
    public Backup backup(Backup backup) {
        return new Backup() {
            @Override
            public Effect<String> seal(Sealed value) {
                return effect(() -> backup.seal(value));
            }

            @Override
            public Effect<Set<RenewalId>> kept(CredentialName credential) {
                return effect(() -> backup.kept(credential));
            }

            @Override
            public Effect<Boolean> remove(CredentialName credential, RenewalId renewal) {
                return effect(() -> backup.remove(credential, renewal));
            }
        };
    }

    /** {@code journal}, with faults; reading it for people has none. */
    public Journal journal(Journal journal) {
        return new Journal() {
            @Override
            public Claim acquire(CredentialName credential, Duration time) {
                return Intercepted.this.journal(() -> journal.acquire(credential, time));
            }

            @Override
            public void append(Lease lease, List<Entry> entries) {
                Boolean _ = Intercepted.this.journal(() -> {
                    journal.append(lease, entries);
                    return true;
                });
            }

            @Override
            public void release(Lease lease, List<Entry> last) {
                Boolean _ = Intercepted.this.journal(() -> {
                    journal.release(lease, last);
                    return true;
                });
            }

            @Override
            public Map<CredentialName, List<Recorded>> unfinished() {
                return journal.unfinished();
            }

            @Override
            public Map<CredentialName, Past> pasts() {
                return journal.pasts();
            }

            @Override
            public List<Recorded> history(Set<CredentialName> credentials, int limit) {
                return journal.history(credentials, limit);
            }
        };
    }

    private final class Faulty implements Issuer {
        private final Issuer issuer;

        Faulty(Issuer issuer) {
            this.issuer = issuer;
        }

        @Override
        public List<String> ways() {
            return issuer.ways();
        }

        @Override
        public Effect<Account> preflight(Optional<Token> old) {
            return effect(() -> issuer.preflight(old));
        }

        @Override
        public Effect<Issued> issue(TokenRequest request) {
            return effect(() -> issuer.issue(request));
        }

        @Override
        public Effect<Inspection> inspect(Secret value) {
            return effect(() -> issuer.inspect(value));
        }

        @Override
        public Effect<Account> exercise(Secret value) {
            return effect(() -> issuer.exercise(value));
        }

        @Override
        public Effect<List<Token>> marked(Account account, RenewalId marker) {
            return effect(() -> issuer.marked(account, marker));
        }

        @Override
        public Effect<Optional<Token>> shown(TokenId id, Secret own) {
            return effect(() -> issuer.shown(id, own));
        }

        @Override
        public Effect<TokenId> revoke(TokenId id, Secret own) {
            return effect(() -> issuer.revoke(id, own));
        }
    }
}
