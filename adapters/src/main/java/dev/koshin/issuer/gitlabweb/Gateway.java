package dev.koshin.issuer.gitlabweb;

import dev.koshin.model.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells by what GitLab shows instead of the page that was asked for what it wants of the user first. Pure. */
final class Gateway {
    /** Parts of paths that a signed-in user is sent to. */
    private static final Map<String, Reason> PATHS = paths();

    /** Parts of pages, most of them fields that the user must fill in; devise's own sentences where there is none. */
    private static final Map<String, Reason> PAGES = pages();

    private Gateway() {}

    private static Map<String, Reason> paths() {
        Map<String, Reason> paths = new LinkedHashMap<>();
        paths.put("/users/terms", Reason.SIGN_IN_TERMS);
        paths.put("/password/new", Reason.SIGN_IN_PASSWORD_EXPIRED);
        paths.put("/password/edit", Reason.SIGN_IN_PASSWORD_EXPIRED);
        paths.put("two_factor_auth", Reason.SIGN_IN_SECOND_FACTOR);
        paths.put("verification", Reason.SIGN_IN_UNCONFIRMED);
        paths.put("/users/confirmation", Reason.SIGN_IN_UNCONFIRMED);
        return paths;
    }

    private static Map<String, Reason> pages() {
        Map<String, Reason> pages = new LinkedHashMap<>();
        pages.put("user[otp_attempt]", Reason.SIGN_IN_SECOND_FACTOR);
        pages.put("user[device_response]", Reason.SIGN_IN_SECOND_FACTOR);
        pages.put("user[verification_token]", Reason.SIGN_IN_UNCONFIRMED);
        pages.put("js-email-verification", Reason.SIGN_IN_UNCONFIRMED);
        pages.put("confirm your email address", Reason.SIGN_IN_UNCONFIRMED);
        pages.put("Your account has been blocked", Reason.USER_BLOCKED);
        pages.put("Your account is pending approval", Reason.USER_BLOCKED);
        pages.put("Your account is locked", Reason.USER_BLOCKED);
        pages.put("g-recaptcha", Reason.SIGN_IN_PAGE_UNKNOWN);
        return pages;
    }

    static Optional<Reason> behind(String path) {
        return first(PATHS, path);
    }

    static Optional<Reason> on(Page page) {
        return first(PAGES, page.body());
    }

    private static Optional<Reason> first(Map<String, Reason> reasons, String text) {
        return reasons.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
