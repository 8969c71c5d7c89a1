package dev.koshin.app.view;

import dev.koshin.inventory.Credential;
import dev.koshin.model.Expiry;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Drift;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.plan.Verdict;
import dev.koshin.spi.Impact;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One credential, as it is shown. */
public record Line(Credential credential, Observation seen, Verdict verdict) {
    private static final long HOURS_PER_DAY = 24;

    /** With fewer days left, an operator wants to know the hours. */
    private static final long DAYS_IN_HOURS = 2;

    Optional<Token> token() {
        return seen.live().stream().findFirst();
    }

    /** What somebody did behind Koshin's back. */
    Optional<Drift> drift() {
        return Drift.of(seen);
    }

    /** Live tokens that nobody accounts for; not the proven one that a renewal of an older value takes with it. */
    List<Token> strays() {
        Optional<TokenId> unheld = drift().filter(drift -> drift.kind() == Drift.Kind.PUT_BACK)
                .flatMap(_ -> seen.unheld().map(Token::id));
        return seen.strays().stream()
                .filter(token -> !unheld.equals(Optional.of(token.id())))
                .toList();
    }

    String user() {
        return credential.user();
    }

    String scopes() {
        return token().map(token -> String.join(" ", token.scopes())).orElse("-");
    }

    /** The day and the hour at which it stops working, and how far away that is. */
    String expires(Screen screen) {
        return token().map(token -> token.expiry()
                        .map(expiry -> expires(screen, expiry))
                        .orElseGet(() -> screen.messages().text("expires.never")))
                .orElse("-");
    }

    private String expires(Screen screen, Expiry expiry) {
        String end = screen.time(expiry.instant());
        return daysLeft(expiry) < DAYS_IN_HOURS
                ? screen.messages().text("expires.hours", end, hoursLeft(expiry))
                : screen.messages().text("expires.in", end, daysLeft(expiry));
    }

    private long daysLeft(Expiry expiry) {
        return hoursLeft(expiry) / HOURS_PER_DAY;
    }

    /** Not negative, even if this host's clock is ahead of GitLab's. */
    private long hoursLeft(Expiry expiry) {
        return Math.max(0, Duration.between(seen.at(), expiry.instant()).toHours());
    }

    String next(Screen screen) {
        if (verdict.action() == Verdict.Action.RENEW || verdict.action() == Verdict.Action.RETIRE) {
            return screen.messages().text("next.now");
        }
        return verdict.from()
                .map(screen::time)
                .orElseGet(() -> screen.messages().text("next.none"));
    }

    /** What is wrong and what to do about it, in two lines; empty if nothing is wrong. */
    List<String> problem(Screen screen) {
        return verdict.problem().stream()
                .flatMap(problem -> Stream.of(
                        credential.name() + ": [" + problem.reason().code() + "] "
                                + screen.messages().what(problem),
                        "  "
                                + screen.messages()
                                        .text("remedy.line", screen.messages().remedy(problem))))
                .toList();
    }

    /** When each token that is about to go was last used, as GitLab noted it; in words. */
    public List<String> lastUses(Screen screen) {
        return seen.leaving().stream()
                .map(token -> screen.messages()
                        .text(
                                "leaving.line",
                                credential.name(),
                                token.id().value(),
                                token.lastUsed()
                                        .map(screen::time)
                                        .orElseGet(() -> screen.messages().text("leaving.never"))))
                .toList();
    }

    private static Map<String, Object> leaving(Token token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tokenId", token.id().value());
        token.lastUsed().ifPresent(used -> json.put("lastUsed", used.toString()));
        return json;
    }

    /** By which ways a new token would be made, in the order in which they are tried. */
    List<String> ways() {
        return credential.issuer().ways();
    }

    /** Who stands still for a renewal. */
    Impact impact() {
        return credential.consumers().impact();
    }

    /** As JSON. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", credential.name().value());
        json.put("user", user());
        json.put("state", verdict.why().code());
        json.put("action", verdict.action().name().toLowerCase(Locale.ROOT));
        token().ifPresent(token -> json.putAll(token(token)));
        drift().ifPresent(drift -> json.put("drift", drift.kind().code()));
        seen.past().last().ifPresent(proof -> json.put("proven", Drifts.json(proof)));
        verdict.from().map(Instant::toString).ifPresent(from -> json.put("next", from));
        verdict.problem().ifPresent(problem -> {
            json.put("reason", problem.reason().code());
            json.put("details", problem.details());
        });
        json.put("places", places());
        json.put("issuers", ways());
        json.put("restarts", impact().soon());
        json.put("restartsLater", impact().later());
        json.put("strays", strays().stream().map(token -> token.id().value()).toList());
        json.put("leaving", seen.leaving().stream().map(Line::leaving).toList());
        return json;
    }

    private Map<String, Object> token(Token token) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tokenId", token.id().value());
        json.put("scopes", new TreeSet<>(token.scopes()));
        json.put(
                "expires", token.expiry().map(expiry -> expiry.day().toString()).orElse("never"));
        token.expiry().ifPresent(expiry -> json.put("daysLeft", daysLeft(expiry)));
        token.lastUsed().ifPresent(used -> json.put("lastUsed", used.toString()));
        return json;
    }

    private List<Map<String, String>> places() {
        return seen.seen().stream().map(Line::place).toList();
    }

    private static Map<String, String> place(Seen seen) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", seen.target().value());
        seen.print().map(Fingerprint::value).ifPresent(print -> json.put("fingerprint", print));
        return json;
    }

    List<String> placeNames() {
        return credential.targets().stream()
                .map(target -> target.name())
                .map(TargetName::value)
                .toList();
    }
}
