package dev.koshin.simulator.web.page;

import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import dev.koshin.simulator.web.answer.Visit;
import java.util.Optional;

/** How far a visitor has come. */
sealed interface Standing {
    /** Not signed in. */
    record Out() implements Standing {}

    /** Signed in, and there is a page to see first. */
    record Owing(Browser browser, User user, String path) implements Standing {}

    /** Signed in. */
    record In(Browser browser, User user) implements Standing {}

    static Standing of(Visit visit) {
        Optional<Browser> browser = Browser.known(visit);
        return browser.flatMap(known -> user(known, visit).map(user -> of(known, user)))
                .orElseGet(Out::new);
    }

    /** Where somebody who has just signed in must go first; empty: nowhere. */
    static Optional<String> owed(User user) {
        return switch (user.account().hindrance()) {
            case PASSWORD_EXPIRED -> Optional.of("/-/user_settings/password/new");
            case TERMS -> Optional.of("/-/users/terms");
            case NONE, UNCONFIRMED -> Optional.empty();
        };
    }

    private static Standing of(Browser browser, User user) {
        return owed(user).<Standing>map(path -> new Owing(browser, user, path)).orElseGet(() -> new In(browser, user));
    }

    /** Who was blocked in the meantime is signed out. */
    private static Optional<User> user(Browser browser, Visit visit) {
        return browser.session().userId().isPresent()
                ? visit.state()
                        .users()
                        .find(browser.session().userId().getAsLong())
                        .filter(user -> user.state() == UserState.ACTIVE)
                : Optional.empty();
    }
}
