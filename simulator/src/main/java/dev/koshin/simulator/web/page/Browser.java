package dev.koshin.simulator.web.page;

import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.state.Sessions.Session;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.web.answer.RandomHex;
import dev.koshin.simulator.web.answer.Visit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** The browser that a visit comes from. */
record Browser(String cookie, Session session) {
    private static final String COOKIE = "_gitlab_session=";

    /** The one with the cookie of this visit, or else a new one. */
    static Browser of(Visit visit) {
        return known(visit).orElseGet(() -> remember(visit, fresh(OptionalLong.empty(), OptionalLong.empty())));
    }

    /** The one with the cookie of this visit. */
    static Optional<Browser> known(Visit visit) {
        return cookie(visit)
                .flatMap(cookie -> visit.state().sessions().find(cookie).map(session -> new Browser(cookie, session)));
    }

    /** The same browser under a new cookie, signed in; the old cookie is worth nothing any more. */
    Browser signIn(User user, Visit visit) {
        end(visit);
        return remember(visit, fresh(OptionalLong.of(user.id()), OptionalLong.empty()));
    }

    /** The same browser, of a user who still owes the second factor. */
    Browser await(User user, Visit visit) {
        Session waiting = new Session(session.csrf(), OptionalLong.empty(), OptionalLong.of(user.id()));
        visit.state().sessions().put(cookie, waiting);
        return new Browser(cookie, waiting);
    }

    void end(Visit visit) {
        visit.state().sessions().end(cookie);
    }

    /** Whether the visit shows that it comes from one of our own pages. */
    boolean trusts(Visit visit) {
        return visit.request()
                .header("X-CSRF-Token")
                .or(() -> visit.params().text("authenticity_token"))
                .filter(session.csrf()::equals)
                .isPresent();
    }

    Field setCookie() {
        return new Field("Set-Cookie", COOKIE + cookie + "; path=/; HttpOnly; SameSite=Lax");
    }

    private static Browser remember(Visit visit, Session session) {
        Browser browser = new Browser(RandomHex.of(16), session);
        visit.state().sessions().put(browser.cookie, session);
        return browser;
    }

    private static Session fresh(OptionalLong userId, OptionalLong waiting) {
        return new Session(RandomHex.of(32), userId, waiting);
    }

    private static Optional<String> cookie(Visit visit) {
        return visit.request()
                .header("Cookie")
                .flatMap(header -> Arrays.stream(header.split(";", -1))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(COOKIE))
                        .map(pair -> pair.substring(COOKIE.length()))
                        .findFirst());
    }

    @Override
    public String toString() {
        return "Browser[userId=" + session.userId() + "]";
    }
}
