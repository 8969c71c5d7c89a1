package dev.koshin.simulator.api.token;

import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.profile.TokenFormat;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Grant;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.TokenValues;
import dev.koshin.simulator.state.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes tokens and their values. */
public final class Mint {
    private static final String ADMIN_MODE = "admin_mode";

    private final Profile profile;
    private final TokenValues values = new TokenValues();

    /** Makes them as this release does. */
    public Mint(Profile profile) {
        this.profile = profile;
    }

    /** A token and what only its first answer shows. */
    public record Made(Token token, String value) {
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /** Makes a token for a user, with a value of its own. {@code origin}: from the time and the value's digest. */
    public Made make(User user, Grant grant, BiFunction<Instant, Digest, Origin> origin, State state, Instant now) {
        return make(user, grant, value(user, state.settings()), origin, state, now);
    }

    /**
     * Makes a token with this value.
     *
     * @throws IllegalArgumentException when the value was used before
     */
    public Made make(
            User user,
            Grant grant,
            String value,
            BiFunction<Instant, Digest, Origin> origin,
            State state,
            Instant now) {
        Origin made = origin.apply(now.truncatedTo(ChronoUnit.MILLIS), Digest.of(value));
        Token token = new Token(state.tokens().nextId(), user.id(), shown(grant, user), made, false, Optional.empty());
        state.tokens().add(token);
        return new Made(token, value);
    }

    private String value(User user, Settings settings) {
        TokenFormat format = settings.tokens().routable() ? profile.routableFormat() : TokenFormat.LEGACY;
        return values.next(format, settings.tokens().prefix(), user.id());
    }

    /** Some releases add a scope that nobody asked for; old ones know no description. */
    private Grant shown(Grant grant, User user) {
        List<String> scopes = new ArrayList<>(grant.scopes());
        if (user.admin() && profile.has(Feature.ADMIN_MODE_SCOPE_ADDED) && !scopes.contains(ADMIN_MODE)) {
            scopes.add(ADMIN_MODE);
        }
        Optional<String> description = grant.description().filter(_ -> profile.has(Feature.DESCRIPTION));
        return new Grant(grant.name(), description, scopes, grant.expiresAt());
    }
}
