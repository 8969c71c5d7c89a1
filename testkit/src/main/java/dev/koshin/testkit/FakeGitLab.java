package dev.koshin.testkit;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenCatalog;
import dev.koshin.spi.TokenRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A GitLab in memory: users with tokens, and an issuer for each of them. May be used by many threads. */
public final class FakeGitLab implements TokenCatalog {
    private static final int USUAL_LIFETIME_DAYS = 365;

    private final InstantSource clock;
    private final Map<Long, Token> tokens = new ConcurrentSkipListMap<>();
    private final Map<Long, Secret> values = new ConcurrentSkipListMap<>();
    private final AtomicLong made = new AtomicLong();
    private final List<Account> accounts = new CopyOnWriteArrayList<>();

    public FakeGitLab(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds a user. */
    public synchronized Account user(String name) {
        Account account = Account.of(new UserId(accounts.size() + 1L), name);
        accounts.add(account);
        return account;
    }

    /** Adds a token by hand, as an operator did 365 days before {@code expiry}. */
    public Issued plant(Account account, String name, SortedSet<String> scopes, LocalDate expiry) {
        return plant(
                account,
                name,
                scopes,
                expiry.minusDays(USUAL_LIFETIME_DAYS)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                expiry);
    }

    /** Adds a token by hand, as an operator does now. */
    public Issued made(Account account, String name, SortedSet<String> scopes, LocalDate expiry) {
        return plant(account, name, scopes, clock.instant(), expiry);
    }

    private synchronized Issued plant(
            Account account, String name, SortedSet<String> scopes, Instant created, LocalDate expiry) {
        long id = tokens.size() + 1L;
        Secret secret = Secret.of("glpat-fake-value-of-" + account.name() + "-" + id + "-" + made.incrementAndGet());
        Token token = new Token(
                new TokenId(id),
                account.id().orElseGet(() -> idOf(account.name())),
                name,
                scopes,
                created,
                Optional.empty(),
                Optional.of(new Expiry(expiry)),
                false);
        tokens.put(id, token);
        values.put(id, secret);
        return new Issued(token, secret);
    }

    private UserId idOf(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .flatMap(Account::id)
                .orElseThrow();
    }

    /** Revokes a token by hand. */
    public void revoke(TokenId id) {
        tokens.computeIfPresent(id.value(), (_, token) -> revoked(token));
    }

    private static Token revoked(Token token) {
        return new Token(
                token.id(),
                token.user(),
                token.name(),
                token.scopes(),
                token.created(),
                token.lastUsed(),
                token.expiry(),
                true);
    }

    /** All tokens as they are now, to be restored later. */
    public Runnable backup() {
        Map<Long, Token> then = Map.copyOf(tokens);
        Map<Long, Secret> valuesThen = Map.copyOf(values);
        return () -> {
            tokens.keySet().retainAll(then.keySet());
            tokens.putAll(then);
            values.keySet().retainAll(valuesThen.keySet());
        };
    }

    /** Whether GitLab would accept {@code secret} now. */
    public boolean accepts(Secret secret) {
        return find(secret).filter(token -> token.live(clock.instant())).isPresent();
    }

    /** The tokens of {@code account} that work now. */
    public List<Token> live(Account account) {
        return tokens.values().stream()
                .filter(token -> account.owns(token) && token.live(clock.instant()))
                .toList();
    }

    /** Every value that was ever made, for tests that look for leaks. */
    public List<Secret> everyValue() {
        return List.copyOf(values.values());
    }

    private Optional<Token> find(Secret secret) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(secret))
                .findFirst()
                .map(entry -> tokens.get(entry.getKey()));
    }

    @Override
    public Effect<List<Token>> tokensOf(Set<UserId> users) {
        return new Effect.Done<>(tokens.values().stream()
                .filter(token -> !token.revoked() && users.contains(token.user()))
                .toList());
    }

    /** The issuer for the user called {@code name}. */
    public Issuer issuer(String name) {
        return new FakeIssuer(name);
    }

    private final class FakeIssuer implements Issuer {
        private final String user;

        FakeIssuer(String user) {
            this.user = user;
        }

        @Override
        public List<String> ways() {
            return List.of("fake");
        }

        @Override
        public Effect<Account> preflight(Optional<Token> old) {
            return accounts.stream()
                    .filter(account -> account.name().equals(user))
                    .findFirst()
                    .<Effect<Account>>map(Effect.Done::new)
                    .orElseGet(() -> new Effect.Refused<>(Problem.of(Reason.USER_MISSING, user)));
        }

        @Override
        public Effect<Issued> issue(TokenRequest request) {
            LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(request.lifetimeDays());
            String name = "koshin " + request.credential() + " " + request.marker();
            return new Effect.Done<>(
                    plant(request.account(), name, new TreeSet<>(request.scopes()), clock.instant(), day));
        }

        @Override
        public Effect<Inspection> inspect(Secret value) {
            return new Effect.Done<>(find(value).map(this::inspected).orElseGet(Inspection.Unknown::new));
        }

        private Inspection inspected(Token token) {
            if (token.expired(clock.instant())) {
                return new Inspection.Expired();
            }
            return token.revoked() ? new Inspection.Revoked() : new Inspection.Live(token);
        }

        @Override
        public Effect<Account> exercise(Secret value) {
            return find(value)
                    .filter(token -> token.live(clock.instant()))
                    .flatMap(token -> accounts.stream()
                            .filter(account -> account.owns(token))
                            .findFirst())
                    .<Effect<Account>>map(Effect.Done::new)
                    .orElseGet(() -> new Effect.Refused<>(Problem.of(Reason.TOKEN_DOES_NOT_WORK)));
        }

        @Override
        public Effect<List<Token>> marked(Account account, RenewalId marker) {
            return new Effect.Done<>(live(account).stream()
                    .filter(token -> marker.marks(token.name()))
                    .toList());
        }

        @Override
        public Effect<Optional<Token>> shown(TokenId id, Secret own) {
            return new Effect.Done<>(Optional.ofNullable(tokens.get(id.value())));
        }

        @Override
        public Effect<TokenId> revoke(TokenId id, Secret own) {
            FakeGitLab.this.revoke(id);
            return new Effect.Done<>(id);
        }
    }
}
