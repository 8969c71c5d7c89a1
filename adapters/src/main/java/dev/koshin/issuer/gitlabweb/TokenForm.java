package dev.koshin.issuer.gitlabweb;

import dev.koshin.http.ServerDate;
import dev.koshin.issuer.Excerpt;
import dev.koshin.issuer.ExpiryLimit;
import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.TokenValue;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.TokenRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The page on which a signed-in user makes tokens. It is sent once, and once more after a clear no to the day. */
final class TokenForm {
    /** Since 16.7 or so, and before. */
    private static final List<String> PATHS =
            List.of("/-/user_settings/personal_access_tokens", "/-/profile/personal_access_tokens");

    private final Browser browser;
    private final InstantSource clock;
    private final TokenRequest request;

    TokenForm(Browser browser, InstantSource clock, TokenRequest request) {
        this.browser = browser;
        this.clock = clock;
        this.request = request;
    }

    Effect<Secret> submit() {
        for (String path : PATHS) {
            Effect<Page> answer = browser.get(path);
            if (!(answer instanceof Effect.Done<Page>(Page page)) || page.status() != 404) {
                return answer.flatMap(found -> shown(path, found));
            }
        }
        return refused(Reason.GITLAB_REFUSED, "GET " + PATHS.getFirst(), "404");
    }

    private Effect<Secret> shown(String path, Page page) {
        if (page.redirects()) {
            return sentAway("GET " + path, page);
        }
        if (page.status() != 200 || page.csrf().isEmpty()) {
            return refused(Reason.SIGN_IN_PAGE_UNKNOWN, "GET " + path, page.status() + " without a form");
        }
        LocalDate today = LocalDate.ofInstant(ServerDate.of(page.headers()).orElseGet(clock::instant), ZoneOffset.UTC);
        LocalDate day = today.plusDays(request.lifetimeDays());
        return post(path, day)
                .flatMap(answer -> limit(answer, today)
                        .filter(limit -> limit.isAfter(today) && limit.isBefore(day))
                        .map(limit -> post(path, limit).flatMap(second -> made(path, second)))
                        .orElseGet(() -> made(path, answer)));
    }

    private static Optional<LocalDate> limit(Page page, LocalDate today) {
        return page.status() == 422 ? ExpiryLimit.in(errors(page), today) : Optional.empty();
    }

    private Effect<Page> post(String path, LocalDate day) {
        Form form = new Form()
                .with("authenticity_token", browser.csrf().orElse(""))
                .with("personal_access_token[name]", TokenName.of(request))
                .with("personal_access_token[expires_at]", day.toString());
        request.scopes().forEach(scope -> form.with("personal_access_token[scopes][]", scope));
        return browser.post(path, form);
    }

    private Effect<Secret> made(String path, Page page) {
        String where = "POST " + path;
        return switch (page.status() / 100) {
            case 2 -> value(where, page);
            case 3 -> sentAway(where, page);
            default -> refused(where, page);
        };
    }

    private static Effect<Secret> value(String where, Page page) {
        JsonNode json = page.json();
        return Stream.of("token", "new_token")
                .flatMap(key -> json.path(key).stringValueOpt().stream())
                .filter(TokenValue::acceptable)
                .findFirst()
                .<Effect<Secret>>map(value -> new Effect.Done<>(Secret.of(value)))
                .orElseGet(() -> new Effect.Unclear<>(
                        Problem.of(Reason.GITLAB_NOT_JSON, where, page.status() + " without a token")));
    }

    private static Effect<Secret> refused(String where, Page page) {
        String words = errors(page);
        if (words.isEmpty()) {
            return page.status() == 422
                    ? refused(Reason.SIGN_IN_FORM_REJECTED, where, "422")
                    : refused(Reason.GITLAB_REFUSED, where, Integer.toString(page.status()));
        }
        boolean expiry = words.toLowerCase(Locale.ROOT).contains("expir");
        return refused(
                expiry ? Reason.TOKEN_EXPIRY_REFUSED : Reason.GITLAB_REFUSED,
                where,
                Excerpt.of(page.status() + " " + words));
    }

    private static String errors(Page page) {
        return page.json()
                .path("errors")
                .valueStream()
                .map(error -> error.stringValue(""))
                .collect(Collectors.joining(", "));
    }

    /** To the sign-in page, or to what must be seen first: nothing was done. To somewhere else: who knows. */
    private Effect<Secret> sentAway(String where, Page page) {
        String path = browser.elsewhere(page).orElse("");
        if (path.equals(SignIn.PATH)) {
            return refused(Reason.SIGN_IN_PAGE_UNKNOWN, where, "-> " + path);
        }
        Problem problem = Problem.of(Gateway.behind(path).orElse(Reason.SIGN_IN_PAGE_UNKNOWN), where, "-> " + path);
        return where.startsWith("GET ") || Gateway.behind(path).isPresent()
                ? new Effect.Refused<>(problem)
                : new Effect.Unclear<>(problem);
    }

    private static <T> Effect<T> refused(Reason reason, String where, String what) {
        return new Effect.Refused<>(Problem.of(reason, where, what));
    }
}
