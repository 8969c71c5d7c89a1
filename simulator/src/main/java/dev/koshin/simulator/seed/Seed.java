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
 * @param groups empty: none; the same for projects
 * @param shelves empty: no deploy tokens, triggers and variables
 * @param clockAhead how far the simulated clock is ahead of the machine's; empty: leave the clock alone
 */
public record Seed(
        List<SeedUser> users,
        List<SeedToken> tokens,
        Optional<SeedSettings> settings,
        Optional<Duration> clockAhead,
        Optional<List<SeedSpace>> groups,
        Optional<List<SeedSpace>> projects,
        Optional<SeedShelves> shelves) {
    /** Copies the lists. */
    public Seed {
        users = List.copyOf(Objects.requireNonNull(users, "a seed needs users"));
        tokens = List.copyOf(Objects.requireNonNull(tokens, "a seed needs tokens"));
        groups = groups.map(List::copyOf);
        projects = projects.map(List::copyOf);
    }

    /** Users and tokens on an instance with usual settings. */
    public static Seed of(List<SeedUser> users, List<SeedToken> tokens) {
        return new Seed(
                users,
                tokens,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same users and tokens under other settings. */
    public Seed with(Settings other) {
        return new Seed(users, tokens, Optional.of(SeedSettings.of(other)), clockAhead, groups, projects, shelves);
    }

    /** The same people with these groups and projects. */
    public Seed with(List<SeedSpace> someGroups, List<SeedSpace> someProjects) {
        return new Seed(
                users, tokens, settings, clockAhead, Optional.of(someGroups), Optional.of(someProjects), shelves);
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
