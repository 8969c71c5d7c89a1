package dev.koshin.simulator.web.git;

import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.DeployToken;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out who a client is, in GitLab's order: access token, deploy token, password. */
final class Reception {
    private final Profile profile;

    Reception(Profile profile) {
        this.profile = profile;
    }

    /** {@code project}: the one that the client names, if it exists. */
    Client receive(Optional<BasicLogin> login, Optional<Space> project, State state, Instant now) {
        if (login.isEmpty()) {
            return new Client.Nobody();
        }
        if (!login.get().complete()) {
            return new Client.Unknown();
        }
        Digest digest = Digest.of(login.get().password());
        return byToken(digest, project, state, now)
                .or(() -> byDeployToken(login.get(), digest, project, state, now))
                .or(() -> byPassword(login.get(), digest, state))
                .orElseGet(Client.Unknown::new);
    }

    /** Any name will do. Expired and revoked tokens are not found at all, so nobody learns which of them it was. */
    private Optional<Client> byToken(Digest digest, Optional<Space> project, State state, Instant now) {
        Optional<Token> token = state.visible(digest, now)
                .filter(found -> found.active(now))
                .filter(found -> !state.switchedOff(found));
        return token.flatMap(found -> state.users()
                .find(found.userId())
                .filter(Reception::mayEnter)
                .filter(user -> !lostBot(user, project, state))
                .map(user -> Client.Person.with(user, state.tokens().use(found, now, profile.lastUsedStep()))));
    }

    /** The user that GitLab made for the token of a project or group, in front of another project. */
    private static boolean lostBot(User user, Optional<Space> project, State state) {
        return user.account().bot()
                && project.filter(space -> !space.open() && state.spaces().level(user, space) == 0)
                        .isPresent();
    }

    private static Optional<Client> byDeployToken(
            BasicLogin login, Digest digest, Optional<Space> project, State state, Instant now) {
        return state.deployTokens().all().values().stream()
                .flatMap(List::stream)
                .filter(token ->
                        token.digest().equals(digest) && token.username().equals(login.name()) && !token.expired(now))
                .filter(token -> project.isEmpty() || covers(token, project.get(), state))
                .findFirst()
                .map(Client.Machine::with);
    }

    private static boolean covers(DeployToken token, Space space, State state) {
        return token.place().equals(space.place())
                || state.spaces()
                        .find(Place.Kind.GROUP, space.parent())
                        .filter(parent -> covers(token, parent, state))
                        .isPresent();
    }

    private static Optional<Client> byPassword(BasicLogin login, Digest digest, State state) {
        return state.users()
                .named(login.name())
                .filter(_ -> state.settings().signIn().git())
                .filter(Reception::mayEnter)
                .filter(user -> !user.account().secondFactor())
                .filter(user -> user.account().hasPassword(digest))
                .map(Client.Person::with);
    }

    /** Whoever could not sign in is unknown here; a deactivated account, or one that owes consent, is told so later. */
    private static boolean mayEnter(User user) {
        Hindrance hindrance = user.account().hindrance();
        return (user.state() == UserState.ACTIVE || user.state() == UserState.DEACTIVATED)
                && (hindrance == Hindrance.NONE || hindrance == Hindrance.TERMS);
    }
}
