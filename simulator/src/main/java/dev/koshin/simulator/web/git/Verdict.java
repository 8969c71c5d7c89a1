package dev.koshin.simulator.web.git;

import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.util.Optional;
import java.util.Set;

/** What a client may do. */
sealed interface Verdict {
    /** Reading guests see a private project, but not its code. */
    int REPORTER = 20;

    int DEVELOPER = 30;

    /** It may. */
    record Granted() implements Verdict {}

    /** It must say who it is, or say it better. */
    record Challenged() implements Verdict {}

    /** For this client there is no such project. */
    record Hidden() implements Verdict {}

    /** It may not, and is told why. */
    record Forbidden(String reason) implements Verdict {}

    /** {@code project}: empty when there is none of this path. */
    static Verdict on(Client client, Service service, Optional<Space> project, State state) {
        boolean open = project.filter(Space::open).isPresent();
        return switch (client) {
            case Client.Nobody _ -> open && service == Service.UPLOAD_PACK ? new Granted() : new Challenged();
            case Client.Unknown _ -> new Challenged();
            case Client.Machine(Set<Service> services) -> project.isEmpty() ? new Hidden() : byScope(services, service);
            case Client.Person person ->
                project.map(space -> on(person, service, space, state)).orElseGet(Hidden::new);
        };
    }

    private static Verdict on(Client.Person person, Service service, Space space, State state) {
        User user = person.user();
        int level = user.admin() ? 50 : state.spaces().level(user, space);
        if (user.state() == UserState.DEACTIVATED) {
            return new Forbidden("Your account has been deactivated by your administrator.");
        }
        if (user.account().hindrance() == Hindrance.TERMS) {
            return new Forbidden("You (@" + user.username() + ") must accept the Terms of Service.");
        }
        if (level == 0 && !space.open()) {
            return new Hidden();
        }
        Verdict byScope = byScope(person.services(), service);
        return byScope instanceof Granted ? byRole(level, service, space) : byScope;
    }

    private static Verdict byScope(Set<Service> allowed, Service service) {
        if (allowed.contains(service)) {
            return new Granted();
        }
        return switch (service) {
            case UPLOAD_PACK -> new Forbidden("You are not allowed to download code.");
            case RECEIVE_PACK -> new Forbidden("You are not allowed to upload code.");
        };
    }

    private static Verdict byRole(int level, Service service, Space space) {
        return switch (service) {
            case UPLOAD_PACK ->
                space.open() || level >= REPORTER
                        ? new Granted()
                        : new Forbidden("You are not allowed to download code from this project.");
            case RECEIVE_PACK ->
                level >= DEVELOPER ? new Granted() : new Forbidden("You are not allowed to push code to this project.");
        };
    }
}
