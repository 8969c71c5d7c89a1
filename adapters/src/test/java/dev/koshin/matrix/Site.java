package dev.koshin.matrix;

import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.issuer.gitlabrest.GitLabRestOptions;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.control.SimulatorControl;
import dev.koshin.simulator.profile.Profiles;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedSettings;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.state.Settings;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A pretend GitLab of its own, a journal, and what two credentials keep: ours in two rows, a neighbour's in a place of
 * its own. One clock for all of them; waiting moves it and takes no time.
 */
final class Site implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final CredentialName OURS = new CredentialName("exastro/organization/ours");
    static final CredentialName NEIGHBOUR = new CredentialName("exastro/organization/neighbour");
    static final List<TargetName> ROWS = List.of(new TargetName("row-0"), new TargetName("row-1"));
    static final TargetName ELSEWHERE = new TargetName("elsewhere");
    /** What the configuration asks for. */
    static final List<String> SCOPES = List.of("api");

    static final long USER = 2;
    static final String USER_NAME = "ITA_ORG_OURS";
    static final String NEIGHBOUR_NAME = "ITA_ORG_NEIGHBOUR";
    static final Secret FIRST = Secret.of("glpat-first-value-0000001");
    static final Secret NEIGHBOURS = Secret.of("glpat-neighbour-000000001");

    /** What Koshin works with; it cannot do so while Admin Mode is on. */
    private static final Secret ADMIN = Secret.of("glpat-admin-value-0000001");

    private static final Instant START = Instant.parse("2026-11-24T00:30:00Z");
    private static final long A_MOMENT_NANOS = 2_000_000;
    static final Duration PATIENT = Duration.ofSeconds(20);

    private final Simulator simulator;
    private final Settings fresh;
    final SimulatorControl control;
    final InstantSource clock;
    final MemoryJournal journal;
    final FakePlace place = new FakePlace();
    final FakePlace elsewhere = new FakePlace();

    Site(String profile, LocalDate expiry) {
        fresh = Settings.fresh(Profiles.named(profile));
        simulator = Simulator.start(SimulatorOptions.defaults()
                .withSeed(seed(expiry))
                .withProfile(profile)
                .withClockStart(START));
        control = simulator.control();
        clock = control::now;
        journal = new MemoryJournal(clock);
        ROWS.forEach(row -> put(row, FIRST));
        put(ELSEWHERE, NEIGHBOURS);
    }

    private static Seed seed(LocalDate expiry) {
        List<SeedUser> users = List.of(
                SeedUser.of(1, "root", "Administrator", true),
                SeedUser.of(USER, USER_NAME, USER_NAME, false),
                SeedUser.of(3, NEIGHBOUR_NAME, NEIGHBOUR_NAME, false));
        return Seed.of(
                users,
                List.of(
                        token(1, 1, List.of("api", "sudo"), Optional.empty(), ADMIN),
                        token(4, 1, List.of("api", "admin_mode"), Optional.empty(), Operator.TOKEN),
                        token(USER, USER, List.of("api", "read_user"), Optional.of(expiry), FIRST),
                        token(3, 3, List.of("api"), Optional.empty(), NEIGHBOURS)));
    }

    private static SeedToken token(long id, long user, List<String> scopes, Optional<LocalDate> expiry, Secret value) {
        return new SeedToken(
                id,
                user,
                "by hand " + id,
                scopes,
                expiry,
                false,
                value.reveal(Optional::of),
                Optional.empty(),
                Optional.of(START.minus(Duration.ofDays(360))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** A client as a process makes it at its start, which waits no longer than this for an answer. */
    GitLabRest client(Duration patience) {
        return new GitLabRest(
                GitLabRestOptions.of(simulator.uri(), () -> new Effect.Done<>(ADMIN), clock, control::advanceClock)
                        .withTimeouts(PATIENT, patience));
    }

    Operator operator() {
        return new Operator(simulator.uri());
    }

    void adminMode(boolean on) {
        control.change(SeedSettings.of(fresh.withAdminMode(on)));
    }

    /** From now on, what was made stays unknown to readers for so long; Admin Mode is off. */
    void replicaLag(Duration lag) {
        control.change(SeedSettings.of(fresh.withTraffic(new Settings.Traffic(Optional.empty(), lag))));
    }

    /** Writes as somebody else would. */
    void put(TargetName target, Secret value) {
        var _ = (target.equals(ELSEWHERE) ? elsewhere : place).put(target, new Held.Value(value));
    }

    /** A request that is late enough works on after its client has given up; this returns when it has done its work. */
    void awaitFaults() {
        long struck =
                control.faults().stream().mapToLong(fault -> fault.struck()).sum();
        while (logged() < struck) {
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
    }

    /** The number of the last request that was answered; 0 before the first. */
    long lastRequest() {
        return control.requestsSince(0).stream()
                .mapToLong(request -> request.number())
                .max()
                .orElse(0);
    }

    private long logged() {
        return control.requestsSince(0).stream()
                .filter(request -> request.ended().fault().isPresent())
                .count();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
