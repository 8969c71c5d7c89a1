package dev.koshin.simulator.rails;

import dev.koshin.simulator.api.token.Draft;
import dev.koshin.simulator.api.token.Flaw;
import dev.koshin.simulator.api.token.Lifetimes;
import dev.koshin.simulator.api.token.Mint;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.rails.ruby.Raised;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The database as a script sees it: no permissions, only what the model and the table demand. */
final class Store {
    private final Profile profile;
    private final Mint mint;
    private final Lifetimes lifetimes;
    private final State state;
    private final Instant now;

    Store(Profile profile, State state, Instant now) {
        this.profile = profile;
        this.mint = new Mint(profile);
        this.lifetimes = new Lifetimes(profile);
        this.state = state;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Profile profile() {
        return profile;
    }

    Optional<User> user(String username) {
        return state.users().named(username);
    }

    Optional<Token> token(String value) {
        return state.tokens().find(Digest.of(value));
    }

    User owner(Token token) {
        return state.users().find(token.userId()).orElseThrow();
    }

    Token token(long id) {
        return state.tokens().find(id).orElseThrow();
    }

    List<Token> tokens(User owner) {
        return List.copyOf(state.tokens().of(owner.id()));
    }

    void revoke(long id) {
        state.tokens().revoke(id);
    }

    /** Why the model refuses it; empty when it does not. */
    List<String> problems(Draft draft) {
        return Stream.of(
                        draft.flaw(),
                        draft.foreignScopes(profile.scopes()),
                        blankExpiry(draft),
                        lifetimes.flaw(draft.expiresAt(), state.settings(), now))
                .flatMap(Optional::stream)
                .map(Flaw::sentence)
                .toList();
    }

    /** {@code value}: empty for one that GitLab makes. */
    Mint.Made insert(User owner, Draft draft, Optional<String> value) {
        try {
            return value.map(text -> mint.make(owner, draft.grant(), text, Origin::fresh, state, now))
                    .orElseGet(() -> mint.make(owner, draft.grant(), Origin::fresh, state, now));
        } catch (IllegalArgumentException _) {
            throw taken();
        }
    }

    void revalue(long id, String value) {
        try {
            state.tokens().revalue(id, Digest.of(value));
        } catch (IllegalArgumentException _) {
            throw taken();
        }
    }

    /** Only a script that saves past the service can leave it out where it is needed. */
    private Optional<Flaw> blankExpiry(Draft draft) {
        boolean needed =
                lifetimes.filled(Optional.empty(), state.settings(), now).isPresent();
        return needed && draft.expiresAt().isEmpty()
                ? Optional.of(new Flaw("expires_at", "Expiration date", "can't be blank"))
                : Optional.empty();
    }

    /** PostgreSQL adds the digest; here it stays out. */
    private static Raised taken() {
        return new Raised(
                "ActiveRecord::RecordNotUnique",
                "PG::UniqueViolation: ERROR:  duplicate key value violates unique constraint"
                        + " \"index_personal_access_tokens_on_token_digest\"");
    }
}
