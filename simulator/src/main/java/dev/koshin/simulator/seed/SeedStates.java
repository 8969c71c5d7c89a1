package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Account;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Grant;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns a seed into the state of an instance, and back. */
public final class SeedStates {
    private SeedStates() {}

    /**
     * The state that a seed describes.
     *
     * @param fresh the settings that it does not speak about
     * @param now when users and tokens without a time were made
     * @throws IllegalArgumentException when the seed contradicts itself
     */
    public static State load(Seed seed, Settings fresh, Instant now) {
        State state =
                new State(seed.settings().map(settings -> settings.over(fresh)).orElse(fresh));
        seed.users().forEach(user -> state.users().add(user(user, now)));
        seed.tokens().stream().sorted(Comparator.comparingLong(SeedToken::id)).forEach(token -> {
            if (state.users().find(token.userId()).isEmpty()) {
                throw new IllegalArgumentException("token " + token.id() + " belongs to no user of this seed");
            }
            state.tokens().add(token(token, now));
        });
        seed.groups().orElse(List.of()).forEach(group -> group.addTo(state.spaces(), Place.Kind.GROUP, now));
        seed.projects().orElse(List.of()).forEach(project -> project.addTo(state.spaces(), Place.Kind.PROJECT, now));
        seed.shelves().ifPresent(shelves -> shelves.addTo(state));
        return state;
    }

    /** The seed that loads this state again. Holds digests, no values. */
    public static Seed save(State state, Duration clockAhead) {
        List<SeedUser> users =
                state.users().ascending().stream().map(SeedStates::user).toList();
        List<SeedToken> tokens =
                state.tokens().all().stream().map(SeedStates::token).toList();
        return new Seed(
                users,
                tokens,
                Optional.of(SeedSettings.of(state.settings())),
                Optional.of(clockAhead),
                Optional.of(spaces(state, Place.Kind.GROUP)),
                Optional.of(spaces(state, Place.Kind.PROJECT)),
                Optional.of(SeedShelves.of(state)));
    }

    private static List<SeedSpace> spaces(State state, Place.Kind kind) {
        return state.spaces().all(kind).stream()
                .map(space -> SeedSpace.of(space, state.spaces()))
                .toList();
    }

    private static User user(SeedUser user, Instant now) {
        return new User(
                user.id(),
                user.username(),
                user.name().orElse(user.username()),
                user.admin(),
                user.state().map(UserState::of).orElse(UserState.ACTIVE),
                user.createdAt().orElse(now),
                user.account()
                        .map(account -> account.account(user.username()))
                        .orElseGet(() -> Account.plain(user.username())));
    }

    private static SeedUser user(User user) {
        return new SeedUser(
                user.id(),
                user.username(),
                Optional.of(user.name()),
                user.admin(),
                Optional.of(user.state().word()),
                Optional.of(user.createdAt()),
                Optional.of(SeedAccount.of(user.account())));
    }

    private static Token token(SeedToken token, Instant now) {
        OptionalLong previous = token.previousId().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return new Token(
                token.id(),
                token.userId(),
                new Grant(token.name(), token.description(), token.scopes(), token.expiresAt()),
                new Origin(
                        token.createdAt().orElse(now),
                        digest(token),
                        previous,
                        token.impersonation(),
                        token.resource()),
                token.revoked(),
                token.lastUsedAt());
    }

    private static Digest digest(SeedToken token) {
        if (token.value().isPresent() == token.digest().isPresent()) {
            throw new IllegalArgumentException("token " + token.id() + " needs a value or a digest, and not both");
        }
        return token.value()
                .map(Digest::of)
                .orElseGet(() -> new Digest(token.digest().orElseThrow()));
    }

    private static SeedToken token(Token token) {
        Grant grant = token.grant();
        Origin origin = token.origin();
        OptionalLong previous = origin.previous();
        return new SeedToken(
                token.id(),
                token.userId(),
                grant.name(),
                grant.scopes(),
                grant.expiresAt(),
                token.revoked(),
                Optional.empty(),
                Optional.of(origin.digest().hex()),
                Optional.of(origin.createdAt()),
                grant.description(),
                token.lastUsedAt(),
                previous.isPresent() ? Optional.of(previous.getAsLong()) : Optional.empty(),
                origin.impersonation(),
                origin.resource());
    }
}
