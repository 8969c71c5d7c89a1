package dev.koshin.issuer;

import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.issuer.gitlabrest.GitLabRestOptions;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.UserId;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.spi.Effect;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/** A pretend GitLab whose administrator has a password, one token that has expired and one that lives. */
public final class Scene implements AutoCloseable {
    /** The release that most tests play in. */
    public static final String RELEASE = "17.11";

    public static final LocalDate TODAY = LocalDate.parse("2026-07-01");
    public static final Account ROOT = Account.of(new UserId(1), "root");
    public static final RenewalId MARKER = new RenewalId("0123456789abcdef");
    public static final String PASSWORD = "for-trying-out-01";
    public static final Secret DEAD = Secret.of("glpat-dead-000000000001");
    public static final Secret LIVE = Secret.of("glpat-live-000000000001");

    private static final Instant NOON = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    public final Simulator simulator;
    public final GitLabRest gitlab;

    /** {@code admin} is what the configuration holds for the administrator's token. */
    public Scene(String profile, Secret admin) {
        this(profile, admin, SeedUser.of(1, "root", "Administrator", true).withPassword(PASSWORD));
    }

    /** With another user 1. */
    public Scene(String profile, Secret admin, SeedUser root) {
        InstantSource system = InstantSource.system();
        InstantSource local = InstantSource.offset(system, Duration.between(system.instant(), NOON));
        this.simulator = Simulator.start(SimulatorOptions.defaults()
                .withSeed(seed(root))
                .withProfile(profile)
                .withClockStart(NOON));
        this.gitlab =
                new GitLabRest(GitLabRestOptions.of(simulator.uri(), () -> new Effect.Done<>(admin), local, _ -> {}));
    }

    private static Seed seed(SeedUser root) {
        return Seed.of(
                List.of(root, SeedUser.of(2, "ann", "Ann", false).withPassword(PASSWORD)),
                List.of(
                        token(1, 1, TODAY.minusDays(1), DEAD),
                        token(2, 1, TODAY.plusDays(100), LIVE),
                        token(3, 2, TODAY.plusDays(100), Secret.of("glpat-anns-000000000001"))));
    }

    private static SeedToken token(long id, long user, LocalDate expiry, Secret value) {
        Instant made = NOON.minus(Duration.ofDays(200));
        return value.reveal(text -> SeedToken.of(id, user, "by hand " + id, List.of("api"), expiry, text)
                .createdAt(made));
    }

    /** A request for root's next token. */
    public static TokenRequest request(int days) {
        return new TokenRequest(
                ROOT, new CredentialName("exastro/root"), MARKER, new TreeSet<>(List.of("api", "sudo")), days);
    }

    /** How many tokens there are, dead or alive. */
    public int tokens() {
        return simulator.control().tokens().size();
    }

    /** The value of an ending that is Done. */
    public static <T> T done(Effect<T> effect) {
        if (effect instanceof Effect.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected Done, but was " + effect);
    }

    /** The problem of an ending that is Refused. */
    public static Problem refused(Effect<?> effect) {
        if (effect instanceof Effect.Refused<?>(Problem problem)) {
            return problem;
        }
        throw new AssertionError("expected Refused, but was " + effect);
    }

    /** The problem of an ending that is Unclear. */
    public static Problem unclear(Effect<?> effect) {
        if (effect instanceof Effect.Unclear<?>(Problem problem)) {
            return problem;
        }
        throw new AssertionError("expected Unclear, but was " + effect);
    }

    @Override
    public void close() {
        gitlab.close();
        simulator.close();
    }
}
