package dev.koshin.simulator;

import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedAccount;
import dev.koshin.simulator.seed.SeedShelves;
import dev.koshin.simulator.seed.SeedSpace;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.state.DeployToken;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The {@link Cast}, people with passwords, and repositories. */
final class WebCast {
    static final String BOB = value("bob");
    static final String BOB_READS = value("bob-reads");
    static final String BOB_READS_API = value("bob-reads-api");
    static final String BOB_WRITES = value("bob-writes");
    static final String GUEST = value("guest");
    static final String BOT = value("bot");
    static final String IMPERSONATION = value("impersonation");
    static final String DEPLOY = "gldt-value-of-deploy";
    static final String DEPLOY_EXPIRED = "gldt-value-of-expired";

    static final long BOB_ID = 10;

    private WebCast() {}

    static Stage stage() {
        return stage(UnaryOperator.identity());
    }

    static Stage stage(UnaryOperator<SimulatorOptions> change) {
        return Stage.open(options -> change.apply(options.withSeed(seed())));
    }

    static Seed seed() {
        Seed cast = Cast.seed();
        List<SeedUser> users = new ArrayList<>(cast.users());
        users.addAll(users());
        List<SeedToken> tokens = new ArrayList<>(cast.tokens());
        tokens.addAll(tokens());
        return new Seed(
                users,
                tokens,
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(SeedSpace.of(1, "team", Map.of()))),
                Optional.of(projects()),
                Optional.of(new SeedShelves(deployTokens(), List.of(), List.of())));
    }

    static String password(String username) {
        return "password of " + username;
    }

    private static List<SeedUser> users() {
        return List.of(
                SeedUser.of(BOB_ID, "bob", "Bob", false).withPassword(password("bob")),
                user(11, "two", account("two", true, Optional.empty())),
                user(12, "late", account("late", false, Optional.of("password_expired"))),
                user(13, "terms", account("terms", false, Optional.of("terms"))),
                SeedUser.of(14, "guest", "Guest", false).withPassword(password("guest")),
                user(
                        15,
                        "bot",
                        new SeedAccount(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                true)),
                SeedUser.of(16, "boss", "Boss", true).withPassword(password("boss")),
                state(17, "sleeping", "deactivated"),
                state(18, "locked", "blocked"));
    }

    private static SeedUser state(long id, String username, String state) {
        return new SeedUser(
                id,
                username,
                Optional.empty(),
                false,
                Optional.of(state),
                Optional.empty(),
                Optional.of(SeedAccount.withPassword(password(username))));
    }

    private static SeedUser user(long id, String username, SeedAccount account) {
        return new SeedUser(
                id, username, Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.of(account));
    }

    private static SeedAccount account(String username, boolean secondFactor, Optional<String> hindrance) {
        return new SeedAccount(
                Optional.of(username + "@example.test"),
                Optional.of(password(username)),
                Optional.empty(),
                secondFactor,
                hindrance,
                Optional.empty(),
                false);
    }

    private static List<SeedToken> tokens() {
        return List.of(
                token(20, BOB_ID, "bob", "api"),
                token(21, BOB_ID, "bob-reads", "read_repository"),
                token(22, BOB_ID, "bob-reads-api", "read_api"),
                token(23, BOB_ID, "bob-writes", "write_repository"),
                token(24, 14, "guest", "api"),
                token(25, 15, "bot", "api"),
                token(26, BOB_ID, "impersonation", "api").withImpersonation());
    }

    private static SeedToken token(long id, long userId, String name, String scope) {
        return SeedToken.of(id, userId, name, List.of(scope), Cast.TODAY.plusDays(50), value(name))
                .createdAt(Cast.NOW.minusSeconds(60));
    }

    private static List<SeedSpace> projects() {
        return List.of(
                SeedSpace.of(1, "team/private", Map.of(BOB_ID, 30, 14L, 10)),
                new SeedSpace(2, "team/public", Optional.empty(), true, Optional.empty(), Optional.empty()),
                SeedSpace.of(3, "team/read", Map.of(BOB_ID, 20)),
                SeedSpace.of(4, "other/private", Map.of()));
    }

    private static List<DeployToken> deployTokens() {
        return List.of(
                deployToken(1, DEPLOY, Optional.empty()),
                deployToken(2, DEPLOY_EXPIRED, Optional.of(Cast.NOW.minusSeconds(1))));
    }

    private static DeployToken deployToken(long id, String value, Optional<Instant> expiry) {
        return new DeployToken(
                id, Place.group(1), "deploy", "gitlab+deploy", expiry, List.of("read_repository"), Digest.of(value));
    }

    private static String value(String name) {
        return "glpat-value-of-" + name;
    }
}
