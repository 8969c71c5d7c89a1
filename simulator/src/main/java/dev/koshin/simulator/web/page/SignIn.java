package dev.koshin.simulator.web.page;

import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import java.util.Optional;

/** {@code /users/sign_in}: first the password, then, of who has one, the second factor. */
final class SignIn {
    /** The one code that every second factor shows, at every time. */
    private static final String CODE = "123456";

    private final int failed;

    /** Of a sign-in that fails, no recording shows the status: that newer releases say 422 is an assumption. */
    SignIn(Profile profile) {
        this.failed = profile.has(Feature.SIGN_IN_FAILS_WITH_422) ? 422 : 200;
    }

    Told page(Visit visit) {
        return switch (Standing.of(visit)) {
            case Standing.In in -> Told.to(in.user(), Replies.elsewhere(visit, "/"));
            case Standing.Owing owing -> Told.to(owing.user(), Replies.elsewhere(visit, owing.path()));
            case Standing.Out _ -> Told.nobody(Pages.signIn(200, Browser.of(visit), "", open(visit), visit));
        };
    }

    Told submit(Visit visit) {
        Optional<Browser> browser = Browser.known(visit).filter(known -> known.trusts(visit));
        if (browser.isEmpty()) {
            return Told.nobody(Pages.unverified(visit));
        }
        if (!open(visit)) {
            return Told.nobody(Pages.refusal(403, "Passwords are not accepted here", visit));
        }
        Optional<String> code = visit.params().text("user[otp_attempt]");
        Optional<User> waiting = waiting(browser.get(), visit);
        return code.isPresent() && waiting.isPresent()
                ? second(code.get(), waiting.get(), browser.get(), visit)
                : first(browser.get(), visit);
    }

    Told signOut(Visit visit) {
        Browser.known(visit).ifPresent(browser -> browser.end(visit));
        return Told.nobody(Replies.elsewhere(visit, "/users/sign_in"));
    }

    private Told first(Browser browser, Visit visit) {
        Optional<User> user = named(visit).filter(found -> passwordOf(found, visit));
        String refusal = user.map(SignIn::refusal).orElse("Invalid login or password.");
        if (user.isEmpty() || !refusal.isEmpty()) {
            return Told.nobody(Pages.signIn(failed, browser, refusal, true, visit));
        }
        return user.get().account().secondFactor()
                ? Told.to(user.get(), Pages.secondFactor(browser.await(user.get(), visit), "", visit))
                : enter(user.get(), browser, visit);
    }

    private static Told second(String code, User user, Browser browser, Visit visit) {
        return code.equals(CODE)
                ? enter(user, browser, visit)
                : Told.nobody(Pages.secondFactor(browser, "Invalid two-factor code.", visit));
    }

    /** Signing in wakes a deactivated account up. */
    private static Told enter(User user, Browser browser, Visit visit) {
        if (user.state() == UserState.DEACTIVATED) {
            visit.state().users().replace(user.with(UserState.ACTIVE));
        }
        Browser signedIn = browser.signIn(user, visit);
        String path = Standing.owed(user).orElse("/");
        return Told.to(user, Replies.elsewhere(visit, path, signedIn.setCookie()));
    }

    private static Optional<User> named(Visit visit) {
        String login = visit.params().text("user[login]").orElse("");
        return visit.state()
                .users()
                .named(login)
                .or(() -> visit.state().users().ascending().stream()
                        .filter(user -> user.account().email().equalsIgnoreCase(login))
                        .findFirst());
    }

    /** Whether the password of the form is this user's. */
    static boolean passwordOf(User user, Visit visit) {
        return visit.params()
                .text("user[password]")
                .map(Digest::of)
                .filter(user.account()::hasPassword)
                .isPresent();
    }

    private static String refusal(User user) {
        return switch (user.state()) {
            case BLOCKED, BANNED, LDAP_BLOCKED -> "Your account has been blocked.";
            case BLOCKED_PENDING_APPROVAL -> "Your account is pending approval from your administrator.";
            case ACTIVE, DEACTIVATED ->
                user.account().hindrance() == Hindrance.UNCONFIRMED
                        ? "You have to confirm your email address before continuing."
                        : "";
        };
    }

    private static Optional<User> waiting(Browser browser, Visit visit) {
        return browser.session().waiting().isPresent()
                ? visit.state().users().find(browser.session().waiting().getAsLong())
                : Optional.empty();
    }

    private static boolean open(Visit visit) {
        return visit.state().settings().signIn().web();
    }
}
