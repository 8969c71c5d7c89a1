package dev.koshin.issuer.gitlabweb;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.TokenRequest;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Visits to GitLab's pages, each from the sign-in to the sign-out. The first that is not let in is the last: GitLab
 * counts failures, and locks the account or the address.
 */
final class Visits {
    private static final String USER = "/api/v4/user";

    private final GitLabWebOptions options;
    private volatile Optional<Problem> failure = Optional.empty();

    Visits(GitLabWebOptions options) {
        this.options = options;
    }

    /** Done when GitLab shows a form to sign in; nobody signs in. */
    Effect<Page> look() {
        if (failure.isPresent()) {
            return new Effect.Refused<>(failure.get());
        }
        try (Browser browser = new Browser(options.http())) {
            return new SignIn(browser, options.login()).look();
        }
    }

    /** The value of a new token; unclear if it may have been made. */
    Effect<Secret> make(TokenRequest request) {
        return failure.<Effect<Secret>>map(Effect.Refused::new)
                .orElseGet(() -> options.password().get().flatMap(password -> make(request, password)));
    }

    private Effect<Secret> make(TokenRequest request, Secret password) {
        try (Browser browser = new Browser(options.http())) {
            SignIn door = new SignIn(browser, options.login());
            return door.look().flatMap(_ -> inside(browser, door, request, password));
        }
    }

    private Effect<Secret> inside(Browser browser, SignIn door, TokenRequest request, Secret password) {
        try {
            return noted(door.submit(password))
                    .flatMap(_ -> welcome(browser, request))
                    .flatMap(_ -> new TokenForm(browser, options.clock(), request).submit());
        } finally {
            door.out();
        }
    }

    private Effect<Page> noted(Effect<Page> entered) {
        if (entered instanceof Effect.Refused<Page>(Problem problem)) {
            failure = Optional.of(problem);
        }
        return entered;
    }

    /** The API tells a browser who is signed in, too; where it does not, the new token will. */
    private static Effect<Account> welcome(Browser browser, TokenRequest request) {
        Account wanted = request.account();
        return browser.get(USER)
                .flatMap(page -> account(page.json())
                        .filter(user -> !wanted.fits(user))
                        .<Effect<Account>>map(user ->
                                new Effect.Refused<>(Problem.of(Reason.USER_DIFFERS, wanted.name(), user.name())))
                        .orElseGet(() -> new Effect.Done<>(wanted)));
    }

    private static Optional<Account> account(JsonNode json) {
        long id = json.path("id").longValue(0);
        return id <= 0
                ? Optional.empty()
                : json.path("username").stringValueOpt().map(name -> Account.of(new UserId(id), name));
    }
}
