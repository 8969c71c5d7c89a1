package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Examines the administrator's token with calls that only read. */
final class AdminCheck {
    static final Duration EXPIRES_SOON = Duration.ofDays(60);
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);

    private final AdminSession session;
    private final ServerClock server;
    private final InstantSource local;
    private final LongestLifetime longest;

    AdminCheck(AdminSession session, ServerClock server, InstantSource local, LongestLifetime longest) {
        this.session = session;
        this.server = server;
        this.local = local;
        this.longest = longest;
    }

    Effect<AdminReport> report() {
        Effect<Token> self =
                session.ask(Call.SELF).flatMap(answer -> found(Call.SELF, TokenJson.read(answer.json()), "no token"));
        return self instanceof Effect.Refused<Token>(Problem problem) && problem.reason() == Reason.GITLAB_TOO_OLD
                ? Release.ask(session).flatMap(release -> tooOld(release, problem))
                : self.flatMap(token -> Release.ask(session).flatMap(release -> withUser(token, release)));
    }

    /** Names the version, if GitLab does. */
    private static Effect<AdminReport> tooOld(Release release, Problem problem) {
        return new Effect.Refused<>(release.server()
                .map(server -> Problem.of(problem.reason(), problem.details().getFirst(), server.version()))
                .orElse(problem));
    }

    private Effect<AdminReport> withUser(Token token, Release release) {
        return session.ask(Call.USER)
                .flatMap(answer -> found(Call.USER, UserJson.read(answer.json()), "no user"))
                .flatMap(user -> Power.of(user, session::ask).map(power -> report(token, release, user, power)));
    }

    private AdminReport report(Token token, Release release, UserJson user, Power power) {
        Instant now = local.instant();
        Duration ahead = server.now().map(at -> Duration.between(now, at)).orElse(Duration.ZERO);
        return new AdminReport(
                release.server(),
                user.account(),
                user.isAdmin(),
                power == Power.ADMIN_MODE,
                token.id(),
                token.scopes(),
                token.expiry(),
                ahead,
                longest.days(),
                problems(release, token, power, now, ahead));
    }

    private static List<Problem> problems(Release release, Token token, Power power, Instant now, Duration ahead) {
        return Stream.of(
                        release.problem(),
                        when(power == Power.NONE, Reason.ADMIN_NOT_ADMIN, Call.USER.where(), "is_admin: false"),
                        when(
                                power == Power.ADMIN_MODE,
                                Reason.ADMIN_MODE_ON,
                                Call.userNamed("").where(),
                                "is_admin is missing"),
                        when(
                                !token.scopes().contains("api"),
                                Reason.ADMIN_SCOPE_MISSING,
                                Call.SELF.where(),
                                "scopes: " + String.join(" ", token.scopes())),
                        expiresSoon(token, now.plus(ahead)),
                        when(
                                ahead.abs().compareTo(CLOCK_TOLERANCE) >= 0,
                                Reason.CLOCK_DIFFERS,
                                Call.USER.where(),
                                Long.toString(ahead.toSeconds())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> expiresSoon(Token token, Instant now) {
        return token.expiry()
                .filter(expiry -> expiry.remaining(now).compareTo(EXPIRES_SOON) < 0)
                .map(Expiry::day)
                .map(day -> Problem.of(Reason.ADMIN_TOKEN_EXPIRES_SOON, Call.SELF.where(), "expires_at: " + day));
    }

    private static Optional<Problem> when(boolean so, Reason reason, String where, String seen) {
        return so ? Optional.of(Problem.of(reason, where, seen)) : Optional.empty();
    }

    private static <T> Effect<T> found(Call call, Optional<T> value, String otherwise) {
        return value.<Effect<T>>map(Effect.Done::new).orElseGet(() -> Endings.unreadable(call, otherwise));
    }
}
