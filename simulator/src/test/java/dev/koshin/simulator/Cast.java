package dev.koshin.simulator;

import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.profile.Profiles;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedSpace;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Settings.ForTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is on the stage. Every token's value follows from its name. */
final class Cast {
    /** Noon, UTC. */
    static final Instant NOW = Instant.parse("2026-06-17T12:00:00Z");

    static final Profile PROFILE = Profiles.named("17.11");
    static final LocalDate TODAY = LocalDate.parse("2026-06-17");

    static final String ROOT = value("root");
    static final String ROOT_ADMIN_MODE = value("root-admin-mode");
    static final String ANN = value("ann");
    static final String ANN_READ_API = value("ann-read-api");
    static final String ANN_READ_USER = value("ann-read-user");
    static final String ANN_READ_REPOSITORY = value("ann-read-repository");
    static final String ANN_EXPIRED = value("ann-expired");
    static final String ANN_REVOKED = value("ann-revoked");
    static final String ANN_EXPIRED_AND_REVOKED = value("ann-expired-and-revoked");
    static final String ANN_LAST_DAY = value("ann-last-day");
    static final String BLOCKED = value("blocked");
    static final String DEACTIVATED = value("deactivated");
    static final String PENDING = value("pending");

    static final long ROOT_ID = 1;
    static final long ANN_ID = 2;

    private Cast() {}

    static Settings settings(int maxLifetimeDays, boolean requireExpiry, String prefix, boolean routable) {
        return Settings.fresh(PROFILE)
                .withTokens(_ -> new ForTokens(maxLifetimeDays, requireExpiry, prefix, routable, true, true));
    }

    static Seed seed() {
        return Seed.of(users(), tokens())
                .with(
                        List.of(SeedSpace.of(1, "acme", Map.of(2L, 50)), SeedSpace.of(2, "acme/tools", Map.of())),
                        List.of(SeedSpace.of(1, "acme/app", Map.of(3L, 30)), SeedSpace.of(2, "root/own", Map.of())));
    }

    private static List<SeedUser> users() {
        return List.of(
                SeedUser.of(1, "root", "Administrator", true),
                SeedUser.of(2, "ann", "Ann & Sons", false),
                user(3, "blocked"),
                user(4, "deactivated"),
                user(5, "blocked_pending_approval"));
    }

    private static SeedUser user(long id, String state) {
        return new SeedUser(id, state, Optional.empty(), false, Optional.of(state), Optional.empty(), Optional.empty());
    }

    private static List<SeedToken> tokens() {
        LocalDate later = TODAY.plusDays(100);
        return List.of(
                token(1, 1, "root", List.of("api", "sudo"), later),
                token(2, 1, "root-admin-mode", List.of("api", "admin_mode"), later),
                token(3, 2, "ann", List.of("api"), TODAY.plusDays(30)),
                token(4, 2, "ann-read-api", List.of("read_api"), later),
                token(5, 2, "ann-read-user", List.of("read_user"), later),
                token(6, 2, "ann-read-repository", List.of("read_repository"), later),
                token(7, 2, "ann-expired", List.of("api"), TODAY.minusDays(1)),
                token(8, 2, "ann-revoked", List.of("api"), later).withRevoked(),
                token(9, 2, "ann-expired-and-revoked", List.of("api"), TODAY.minusDays(1))
                        .withRevoked(),
                token(10, 2, "ann-last-day", List.of("api"), TODAY.plusDays(1)),
                token(11, 3, "blocked", List.of("api"), later),
                token(12, 4, "deactivated", List.of("api"), later),
                token(13, 5, "pending", List.of("api"), later));
    }

    private static SeedToken token(long id, long userId, String name, List<String> scopes, LocalDate expiry) {
        return SeedToken.of(id, userId, name, scopes, expiry, value(name))
                .createdAt(NOW.minusSeconds(86_400 * (100 - id)));
    }

    private static String value(String name) {
        return "glpat-value-of-" + name;
    }
}
