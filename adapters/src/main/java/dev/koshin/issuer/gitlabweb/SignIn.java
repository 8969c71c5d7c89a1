package dev.koshin.issuer.gitlabweb;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.util.Optional;

/** {@code /users/sign_in}. */
final class SignIn {
    static final String PATH = "/users/sign_in";
    private static final String OUT = "/users/sign_out";
    private static final String SHOW = "GET " + PATH;
    private static final String SUBMIT = "POST " + PATH;

    private final Browser browser;
    private final String login;
    private Optional<String> landing = Optional.empty();

    SignIn(Browser browser, String login) {
        this.browser = browser;
        this.login = login;
    }

    /** Done when GitLab shows a form that a program can fill in. */
    Effect<Page> look() {
        return browser.get(PATH).flatMap(page -> {
            if (page.redirects()) {
                return refused(
                        Reason.SIGN_IN_PAGE_UNKNOWN,
                        SHOW,
                        "-> " + browser.elsewhere(page).orElse(""));
            }
            if (page.status() != 200 || page.csrf().isEmpty()) {
                return refused(Reason.SIGN_IN_PAGE_UNKNOWN, SHOW, page.status() + " without a form");
            }
            if (page.contains("g-recaptcha")) {
                return refused(Reason.SIGN_IN_PAGE_UNKNOWN, SHOW, "captcha");
            }
            return page.asksForPassword()
                    ? new Effect.Done<>(page)
                    : refused(Reason.SIGN_IN_PASSWORD_OFF, SHOW, "no field user[login]");
        });
    }

    /** Done when signed in. A lost answer is a clear no: no token depends on it. */
    Effect<Page> submit(Secret password) {
        Form form = password.reveal(text -> new Form()
                .with("authenticity_token", browser.csrf().orElse(""))
                .with("user[login]", login)
                .with("user[password]", text)
                .with("user[remember_me]", "0"));
        Effect<Page> answer = browser.post(PATH, form);
        return answer instanceof Effect.Unclear<Page>(Problem problem)
                ? new Effect.Refused<>(problem)
                : answer.flatMap(this::entered);
    }

    private Effect<Page> entered(Page page) {
        landing = browser.elsewhere(page);
        Optional<Reason> hurdle = page.redirects() ? landing.flatMap(Gateway::behind) : Gateway.on(page);
        if (hurdle.isPresent()) {
            return refused(hurdle.get(), SUBMIT, login);
        }
        if (page.redirects()) {
            return landing.filter(path -> !path.equals(PATH)).isPresent()
                    ? new Effect.Done<>(page)
                    : refused(Reason.SIGN_IN_REFUSED, SUBMIT, login);
        }
        return notEntered(page);
    }

    private Effect<Page> notEntered(Page page) {
        if (page.status() == 403) {
            return refused(Reason.SIGN_IN_PASSWORD_OFF, SUBMIT, "403");
        }
        if (page.asksForPassword()) {
            return refused(Reason.SIGN_IN_REFUSED, SUBMIT, login);
        }
        return page.status() == 422
                ? refused(Reason.SIGN_IN_FORM_REJECTED, SUBMIT, "422")
                : refused(Reason.SIGN_IN_PAGE_UNKNOWN, SUBMIT, Integer.toString(page.status()));
    }

    /** Whether it worked, nobody can do anything about: the session ends by itself some day. */
    void out() {
        if (browser.csrf().isEmpty()) {
            landing.ifPresent(browser::get);
        }
        Form form = new Form().with("authenticity_token", browser.csrf().orElse(""));
        Effect<Page> _ = browser.post(OUT, form);
    }

    private static Effect<Page> refused(Reason reason, String where, String what) {
        return new Effect.Refused<>(Problem.of(reason, where, what));
    }
}
