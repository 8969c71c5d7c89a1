package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.Completion;
import dev.koshin.issuer.Excerpt;
import dev.koshin.issuer.ExpiryLimit;
import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.TokenValue;
import dev.koshin.issuer.Witness;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.TokenRequest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a token. A script that clearly saved nothing because of the day of expiry is run once more with an earlier one;
 * any other is run once.
 */
final class Making {
    /** The longest lifetime of most servers, counted from their own day. */
    private static final int USUAL_DAYS = 365;

    private static final Pattern MADE = Pattern.compile("([1-9]\\d{0,17}):(.+)");
    private static final Pattern INVALID = Pattern.compile("invalid:(\\d{4}-\\d{2}-\\d{2}):(.*)");
    private static final Pattern BLOCKED = Pattern.compile("user-blocked:(\\w+)");
    private static final Pattern ERROR = Pattern.compile("error:([\\w:]+)");

    private final Rails rails;
    private final Witness rest;
    private final String user;

    Making(Rails rails, Witness rest, String user) {
        this.rails = rails;
        this.rest = rest;
        this.user = user;
    }

    Effect<Issued> issue(TokenRequest request) {
        return answer(request, request.lifetimeDays()).flatMap(mark -> {
            Matcher invalid = INVALID.matcher(mark);
            return invalid.matches() ? again(request, LocalDate.parse(invalid.group(1)), invalid.group(2)) : read(mark);
        });
    }

    private Effect<Issued> again(TokenRequest request, LocalDate today, String words) {
        OptionalInt days = fewer(request.lifetimeDays(), today, words);
        return days.isPresent() ? answer(request, days.getAsInt()).flatMap(this::read) : invalid(words);
    }

    /** What the words name, or else what most servers allow; nothing if it is not about the lifetime. */
    private static OptionalInt fewer(int asked, LocalDate today, String words) {
        if (!aboutExpiry(words)) {
            return OptionalInt.empty();
        }
        long days = ExpiryLimit.in(words, today)
                .map(limit -> ChronoUnit.DAYS.between(today, limit))
                .orElse((long) Math.min(USUAL_DAYS, asked - 1));
        return days > 0 && days < asked ? OptionalInt.of((int) days) : OptionalInt.empty();
    }

    private static boolean aboutExpiry(String words) {
        return words.toLowerCase(Locale.ROOT).contains("expir");
    }

    private Effect<String> answer(TokenRequest request, int days) {
        List<String> values =
                List.of(user, TokenName.of(request), String.join(",", request.scopes()), Integer.toString(days));
        return rails.run(Scripts.CREATE, values)
                .flatMap(marks -> marks.size() == 1
                        ? new Effect.Done<>(marks.getFirst())
                        : rails.unclear(Reason.RAILS_FAILED, "answered " + marks.size() + " times"));
    }

    /** What is printed of the answer is only what the script itself says, never what could be a value. */
    private Effect<Issued> read(String mark) {
        Matcher made = MADE.matcher(mark);
        if (made.matches() && TokenValue.acceptable(made.group(2))) {
            return examined(Long.parseLong(made.group(1)), Secret.of(made.group(2)));
        }
        if (mark.equals("user-missing")) {
            return rails.refused(Reason.USER_MISSING, user);
        }
        Matcher blocked = BLOCKED.matcher(mark);
        if (blocked.matches()) {
            return rails.refused(Reason.USER_BLOCKED, user + ": " + blocked.group(1));
        }
        Matcher invalid = INVALID.matcher(mark);
        if (invalid.matches()) {
            return invalid(invalid.group(2));
        }
        Matcher error = ERROR.matcher(mark);
        return error.matches()
                ? rails.refused(Reason.RAILS_FAILED, error.group(1))
                : rails.unclear(Reason.RAILS_FAILED, "an answer that cannot be read");
    }

    private Effect<Issued> invalid(String words) {
        return rails.refused(
                aboutExpiry(words) ? Reason.TOKEN_EXPIRY_REFUSED : Reason.GITLAB_REFUSED, Excerpt.of(words));
    }

    private Effect<Issued> examined(long id, Secret value) {
        return Completion.of(rest, value, Long.toString(id))
                .flatMap(token -> token.id().value() == id
                        ? new Effect.Done<>(new Issued(token, value))
                        : new Effect.Unclear<>(Problem.of(
                                Reason.TOKEN_DIFFERS,
                                Long.toString(id),
                                token.id().toString())));
    }
}
