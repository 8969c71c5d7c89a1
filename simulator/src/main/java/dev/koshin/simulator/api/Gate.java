package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Caller;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.Sessions;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides who may pass, in GitLab's order: the token, its scopes, its owner's account, its owner's power. */
final class Gate {
    private static final Pattern ROTATION = Pattern.compile("access_tokens/(\\d+|self)/rotate$");

    private final Instance instance;

    Gate(Instance instance) {
        this.instance = instance;
    }

    /** Where a request stands after the gate. */
    sealed interface Entry {
        /** It may go on. */
        record In(Caller caller) implements Entry {}

        /** It is answered here. {@code who}: whose token it was, when that is known. */
        record Out(Answer answer, Optional<Who> who) implements Entry {}
    }

    /** Lets a request in or turns it away. A revoked token that asks to be rotated takes its descendants with it. */
    Entry enter(Visitor visitor, Route route, State state, Instant now) {
        Optional<Holder> browser = browser(visitor, route, state);
        if (browser.isPresent()) {
            return admit(browser.get(), visitor, route, state);
        }
        if (visitor.digest().isEmpty()) {
            return route.access().who() == Access.Who.ANYBODY
                    ? new Entry.In(new Caller.Anonymous())
                    : out(Refusals.unauthorized());
        }
        Digest digest = visitor.digest().get();
        return state.visible(digest, now)
                .map(token -> enter(token, visitor, route, state, now))
                .or(() -> state.sessions()
                        .granted(digest, now)
                        .map(grant -> admit(holder(grant, state), visitor, route, state)))
                .orElseGet(() -> out(Refusals.unauthorized()));
    }

    /** The user whose working token this is. */
    static Optional<User> owner(Digest digest, State state, Instant now) {
        return state.visible(digest, now)
                .filter(token -> token.active(now))
                .flatMap(token -> state.users().find(token.userId()));
    }

    private Entry enter(Token token, Visitor visitor, Route route, State state, Instant now) {
        if (token.expired(now)) {
            return out(Refusals.expired());
        }
        if (token.revoked()) {
            punishReuse(token, visitor.path(), state);
            return out(Refusals.revoked());
        }
        if (state.switchedOff(token)) {
            return out(Refusals.impersonationOff());
        }
        Optional<User> user = state.users().find(token.userId());
        if (user.isEmpty()) {
            return out(Refusals.unauthorized());
        }
        boolean enough = visitor.sudo().isPresent()
                || route.access().enough(token.grant().scopes(), route.reads());
        Token used = enough ? state.tokens().use(token, now, instance.profile().lastUsedStep()) : token;
        Holder holder = new Holder(user.get(), Optional.of(used), used.grant().scopes());
        return admit(holder, visitor, route, state);
    }

    private void punishReuse(Token token, String path, State state) {
        if (instance.profile().has(Feature.REUSE_DETECTION)
                && ROTATION.matcher(path).find()) {
            state.tokens().revokeDescendants(token.id());
        }
    }

    /** Whose credential was accepted, and what it may do. */
    private record Holder(User user, Optional<Token> token, List<String> scopes) {
        Optional<Who> who() {
            return Optional.of(new Who(user.id(), token.map(Token::id).orElse(0L)));
        }
    }

    /** A signed-in browser may read without a token; for anything else it would have to show where its form is from. */
    private static Optional<Holder> browser(Visitor visitor, Route route, State state) {
        return visitor.session()
                .filter(_ -> visitor.digest().isEmpty() && route.reads())
                .flatMap(cookie -> state.sessions().find(cookie))
                .filter(session -> session.userId().isPresent())
                .flatMap(session -> state.users().find(session.userId().getAsLong()))
                .map(user -> new Holder(user, Optional.empty(), List.of("api")));
    }

    private static Holder holder(Sessions.Grant grant, State state) {
        return new Holder(state.users().find(grant.userId()).orElseThrow(), Optional.empty(), grant.scopes());
    }

    private Entry admit(Holder holder, Visitor visitor, Route route, State state) {
        if (visitor.sudo().isEmpty() && !route.access().enough(holder.scopes(), route.reads())) {
            return new Entry.Out(Refusals.insufficientScope(route.access().declared()), holder.who());
        }
        User user = holder.user();
        if (user.state() != UserState.ACTIVE) {
            return new Entry.Out(Refusals.accountState(user.state(), instance.url("")), holder.who());
        }
        if (user.account().hindrance() != Hindrance.NONE) {
            return new Entry.Out(Refusals.hindered(user, instance.url("")), holder.who());
        }
        return visitor.sudo()
                .map(name -> impersonate(name, holder, route, state))
                .orElseGet(() -> pass(holder, user, route, state));
    }

    /** Admin power first, then the scope, then the name. */
    private static Entry impersonate(String name, Holder holder, Route route, State state) {
        if (!adminPower(holder.user(), holder, state)) {
            return new Entry.Out(Refusals.forbidden("Must be admin to use sudo"), holder.who());
        }
        if (!holder.scopes().contains("sudo")) {
            return new Entry.Out(Refusals.insufficientScope(List.of("sudo")), holder.who());
        }
        return state.users()
                .called(name)
                .map(user -> pass(holder, user, route, state))
                .orElseGet(() ->
                        new Entry.Out(Refusals.notFound("User with ID or username '" + name + "'"), holder.who()));
    }

    private static Entry pass(Holder holder, User user, Route route, State state) {
        Caller caller = new Caller.Known(user, holder.token(), adminPower(user, holder, state));
        boolean adminMissing = route.access().who() == Access.Who.ADMIN && !caller.hasAdminPower();
        return adminMissing ? new Entry.Out(Refusals.forbidden(), holder.who()) : new Entry.In(caller);
    }

    private static boolean adminPower(User user, Holder holder, State state) {
        return user.admin() && (!state.settings().adminMode() || holder.scopes().contains("admin_mode"));
    }

    private static Entry out(Answer answer) {
        return new Entry.Out(answer, Optional.empty());
    }
}
