package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.spi.Effect;
import java.net.URLEncoder;
import java.util.function.Function;

/**
 * What the administrator's token can really do.
 *
 * <p>{@code GET /user} says whether its owner is an administrator; a list of users tells {@code is_admin} only to a
 * caller whose admin power works now. The first without the second is Admin Mode without the scope {@code admin_mode},
 * whose symptoms are a 401, a 400 or a short list instead of a clear word.
 */
enum Power {
    FULL,
    ADMIN_MODE,
    NONE;

    /** Finds out with two calls, or one when the owner is no administrator. */
    static Effect<Power> look(Function<Call, Effect<Answer>> ask) {
        return ask.apply(Call.USER)
                .flatMap(answer -> UserJson.read(answer.json())
                        .map(self -> of(self, ask))
                        .orElseGet(() -> Endings.unreadable(Call.USER, "no user")));
    }

    /** As {@link #look}, when {@code GET /user} is known. */
    static Effect<Power> of(UserJson self, Function<Call, Effect<Answer>> ask) {
        return self.isAdmin()
                ? ask.apply(Call.userNamed(encoded(self.account().name())))
                        .map(answer -> UserJson.find(
                                        answer.json(), self.account().name())
                                .flatMap(UserJson::admin)
                                .map(_ -> FULL)
                                .orElse(ADMIN_MODE))
                : new Effect.Done<>(NONE);
    }

    static String encoded(String userName) {
        return URLEncoder.encode(userName, UTF_8);
    }
}
