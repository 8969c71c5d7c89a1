package dev.koshin.simulator.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.simulator.state.Digest;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Ready-made seeds. The same call always gives the same ids, names and values.
 *
 * <p>The values are no secrets: anyone can compute them from this file.
 */
public final class Seeds {
    /** The GitLab users of {@code test-org-01} to {@code test-org-05} in Exastro's manual, chapter 10.5.1. */
    private static final List<String> MANUAL_USERS = List.of(
            "ITA_ORG_AA1B2F4F-DB58-4ACB-B957-2827DD4E2624",
            "ITA_ORG_9DF4997D-6AA6-493B-9EAC-EFF9A33012AF",
            "ITA_ORG_66F72495-2CE3-4234-A890-6A6710F2A9BF",
            "ITA_ORG_C80E920F-8279-4DFA-97EC-A68E4017D6D2",
            "ITA_ORG_A96A7A66-45BD-4AFE-B7EF-FF554956A1BA");
    /** Days left to the tokens of these users: one is expired, the others are due. */
    private static final List<Long> MANUAL_DAYS_LEFT = List.of(-3L, 5L, 21L, 48L, 57L);

    private static final int ROOT_DAYS_LEFT = 14;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Seeds() {}

    /**
     * The installation in Exastro's manual: {@code root} and the users of five organizations, one token each.
     *
     * <p>The token of root has 20 characters and no prefix, as the manual's one-liner sets it, and is due; of the
     * organizations' tokens one is expired and four are due.
     */
    public static Seed exastroManual(LocalDate today) {
        return organizations(MANUAL_USERS.size(), MANUAL_USERS::get, MANUAL_DAYS_LEFT::get, today);
    }

    /** An installation of this many organizations; the days left are spread evenly over 1 to 59, so all are due. */
    public static Seed fleet(int organizations, LocalDate today) {
        return organizations(organizations, Seeds::fleetUser, index -> 1 + index % 59, today);
    }

    private static Seed organizations(
            int count, IntFunction<String> names, IntToLongFunction daysLeft, LocalDate today) {
        List<SeedUser> users = new ArrayList<>(List.of(SeedUser.of(1, "root", "Administrator", true)));
        List<SeedToken> tokens = new ArrayList<>(List.of(root(today.plusDays(ROOT_DAYS_LEFT))));
        for (int index = 0; index < count; index++) {
            long id = index + 2L;
            String name = names.apply(index);
            users.add(SeedUser.of(id, name, name, false));
            tokens.add(token(id, id, name, today.plusDays(daysLeft.applyAsLong(index))));
        }
        return Seed.of(users, tokens);
    }

    private static SeedToken root(LocalDate expiry) {
        return aYearBefore(
                expiry,
                SeedToken.of(1, 1, "root-token", List.of("api", "write_repository", "sudo"), expiry, value("root")));
    }

    private static SeedToken token(long id, long userId, String name, LocalDate expiry) {
        return aYearBefore(expiry, SeedToken.of(id, userId, name, List.of("api"), expiry, "glpat-" + value(name)));
    }

    private static SeedToken aYearBefore(LocalDate expiry, SeedToken token) {
        return token.createdAt(
                expiry.minusDays(365).atTime(8, 10, 42, 684_000_000).toInstant(ZoneOffset.UTC));
    }

    private static String fleetUser(int index) {
        UUID id = UUID.nameUUIDFromBytes(("fleet " + index).getBytes(UTF_8));
        return "ITA_ORG_" + id.toString().toUpperCase(Locale.ROOT);
    }

    /** 20 characters of {@code [0-9A-Za-z]} that follow from the name. */
    private static String value(String name) {
        BigInteger rest = new BigInteger(Digest.of("value of " + name).hex(), 16);
        StringBuilder value = new StringBuilder();
        while (value.length() < 20) {
            BigInteger[] divided = rest.divideAndRemainder(BigInteger.valueOf(ALPHABET.length()));
            value.append(ALPHABET.charAt(divided[1].intValue()));
            rest = divided[0];
        }
        return value.toString();
    }
}
