package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an instance starts with.
 *
 * @param settings empty: as a fresh installation has them
 * @param clockAhead how far the simulated clock is ahead of the machine's; empty: leave the clock alone
 */
public record Seed(
        List<SeedUser> users, List<SeedToken> tokens, Optional<SeedSettings> settings, Optional<Duration> clockAhead) {
    /** Copies the lists. */
    public Seed {
        users = List.copyOf(Objects.requireNonNull(users, "a seed needs users"));
        tokens = List.copyOf(Objects.requireNonNull(tokens, "a seed needs tokens"));
    }

    /** Users and tokens on an instance with usual settings. */
    public static Seed of(List<SeedUser> users, List<SeedToken> tokens) {
        return new Seed(users, tokens, Optional.empty(), Optional.empty());
    }

    /** The same users and tokens under other settings. */
    public Seed with(Settings other) {
        return new Seed(users, tokens, Optional.of(SeedSettings.of(other)), clockAhead);
    }

    /**
     * The value of the first token of this user.
     *
     * @throws IllegalArgumentException when there is none, or only its digest is known
     */
    public String valueFor(String username) {
        long userId = users.stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user " + username + " in this seed"))
                .id();
        return tokens.stream()
                .filter(token -> token.userId() == userId)
                .findFirst()
                .flatMap(SeedToken::value)
                .orElseThrow(() -> new IllegalArgumentException("no token value of " + username + " in this seed"));
    }
}
