package dev.koshin.simulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything the instance remembers. Only touched inside {@link World#atomically}. */
public final class State {
    private final Changes changes = new Changes();
    private final Users users = new Users(changes);
    private final Tokens tokens = new Tokens(changes);
    private final Spaces spaces = new Spaces(changes);
    private final Shelf<Place, DeployToken> deployTokens = new Shelf<>("deploy_token", changes);
    private final Shelf<Place, Trigger> triggers = new Shelf<>("trigger", changes);
    private final Shelf<Scope, Variable> variables = new Shelf<>("variable", changes);
    private final Sessions sessions = new Sessions();
    private Settings settings;

    /** An instance with nobody in it. */
    public State(Settings settings) {
        this.settings = settings;
    }

    /** The accounts. */
    public Users users() {
        return users;
    }

    /** The access tokens of people, projects and groups. */
    public Tokens tokens() {
        return tokens;
    }

    /** The access token with this value, unless it is so new that a replica does not know it yet. */
    public Optional<Token> visible(Digest digest, Instant now) {
        return tokens.find(digest).filter(token -> replicated(token, now));
    }

    /** Whether a token has reached the replicas. */
    public boolean replicated(Token token, Instant now) {
        Duration lag = settings.traffic().replicaLag();
        return lag.isZero() || !token.origin().createdAt().plus(lag).isAfter(now);
    }

    /** Whether an admin has switched off the kind of token that this one is. */
    public boolean switchedOff(Token token) {
        return token.origin().impersonation() && !settings.tokens().impersonation();
    }

    /** The projects and groups. */
    public Spaces spaces() {
        return spaces;
    }

    /** The deploy tokens by project or group. */
    public Shelf<Place, DeployToken> deployTokens() {
        return deployTokens;
    }

    /** The pipeline trigger tokens by project. */
    public Shelf<Place, Trigger> triggers() {
        return triggers;
    }

    /** The CI/CD variables by project, group or instance. */
    public Shelf<Scope, Variable> variables() {
        return variables;
    }

    /** Who is signed in. Not part of a saved state. */
    public Sessions sessions() {
        return sessions;
    }

    /** What an admin has switched. */
    public Settings settings() {
        return settings;
    }

    /** Switches. */
    public void change(Settings other) {
        settings = other;
        changes.changed("settings", 1);
    }

    /** What was done since the last call. */
    List<Change> takeChanges() {
        return changes.take();
    }
}
