package dev.koshin.plan;

import static dev.koshin.plan.Samples.AUTUMN;
import static dev.koshin.plan.Samples.RENEWAL;
import static dev.koshin.plan.Samples.TOKEN;
import static dev.koshin.plan.Samples.WINTER;
import static dev.koshin.plan.Samples.expired;
import static dev.koshin.plan.Samples.fresh;
import static dev.koshin.plan.Samples.live;
import static dev.koshin.plan.Samples.open;
import static dev.koshin.plan.Samples.parked;
import static dev.koshin.plan.Samples.proven;
import static dev.koshin.plan.Samples.revoked;
import static dev.koshin.plan.Samples.seen;
import static dev.koshin.plan.Samples.token;
import static dev.koshin.plan.Samples.unknown;
import static dev.koshin.plan.Samples.unreadable;
import static dev.koshin.plan.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TokenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PlannerTest {
    private static final Seen.Finding LIVE = live(TOKEN);
    private static final Seen.Finding OTHER = live(token(8, "2025-12-01T00:00:00Z", Optional.of("2027-12-01")));
    private static final Seen.Finding NEVER = live(token(7, "2020-01-01T00:00:00Z", Optional.empty()));
    private static final Seen.Finding EMPTY = new Seen.Empty();

    @ParameterizedTest
    @CsvSource({
        "2026-10-01T23:59:59Z, FRESH",
        "2026-10-02T00:00:00Z, DUE",
        "2026-11-30T23:59:59Z, DUE",
    })
    void a_live_token_is_due_60_days_before_the_start_of_its_last_day_in_utc(Instant now, Verdict.Why why) {
        assertThat(Planner.judge(seen(LIVE), Policy.DEFAULT, now))
                .isEqualTo(Verdict.from(why, Instant.parse("2026-10-02T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-20T23:59:59Z, FRESH", "2026-10-21T00:00:00Z, DUE"})
    void a_short_lived_token_is_due_when_a_third_of_its_life_is_left(Instant now, Verdict.Why why) {
        Seen.Finding month = live(token(7, "2026-10-01T00:00:00Z", Optional.of("2026-10-31")));
        assertThat(Planner.judge(seen(month), Policy.DEFAULT, now).why()).isEqualTo(why);
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of(Verdict.Why.UNREADABLE, seen(LIVE, unreadable())),
                Arguments.of(Verdict.Why.UNKNOWN_TOKEN, seen(LIVE, unknown())),
                Arguments.of(Verdict.Why.TARGETS_DIFFER, seen(LIVE, OTHER)),
                Arguments.of(Verdict.Why.EXPIRED, seen(expired())),
                Arguments.of(Verdict.Why.EXPIRED, seen(LIVE, expired())),
                Arguments.of(Verdict.Why.REVOKED, seen(revoked())),
                Arguments.of(Verdict.Why.REVOKED, seen(LIVE, revoked())),
                Arguments.of(Verdict.Why.NO_TOKEN, seen(EMPTY)),
                Arguments.of(Verdict.Why.NO_TOKEN, seen(EMPTY, EMPTY)),
                Arguments.of(Verdict.Why.DUE, seen(LIVE, EMPTY)),
                Arguments.of(Verdict.Why.NEVER_EXPIRES, seen(NEVER)),
                Arguments.of(Verdict.Why.FRESH, seen(LIVE)),
                Arguments.of(Verdict.Why.FRESH, seen(LIVE, LIVE)),
                Arguments.of(Verdict.Why.PARKED, with(parked(open()), seen(LIVE))),
                Arguments.of(Verdict.Why.PARKED, with(parked(proven()), seen(fresh()))),
                Arguments.of(Verdict.Why.UNFINISHED, with(open(), seen(LIVE))),
                Arguments.of(Verdict.Why.GRACE, with(proven(), seen(fresh(), fresh()))),
                Arguments.of(Verdict.Why.PUT_BACK, with(proven(), seen(fresh(), LIVE))),
                Arguments.of(Verdict.Why.PUT_BACK, with(proven(), seen(EMPTY))),
                Arguments.of(Verdict.Why.PUT_BACK, with(proven(), seen(revoked()))));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void judges_by_what_was_found(Verdict.Why why, Observation seen) {
        Verdict verdict = Planner.judge(seen, Policy.DEFAULT, AUTUMN);
        assertThat(verdict.why()).isEqualTo(why);
        assertThat(verdict.action()).isEqualTo(why.action());
    }

    /** Each adds what the rule before it looks at, so that every rule wins over all that follow it. */
    @Test
    void the_first_rule_that_applies_decides() {
        List<Seen.Finding> all = List.of(unreadable(), unknown(), OTHER, expired(), revoked(), EMPTY, LIVE);
        List<Verdict.Why> whys = IntStream.range(0, all.size())
                .mapToObj(i -> seen(all.subList(i, all.size()).toArray(Seen.Finding[]::new)))
                .map(seen -> Planner.judge(seen, Policy.DEFAULT, AUTUMN).why())
                .toList();
        assertThat(whys)
                .containsExactly(
                        Verdict.Why.UNREADABLE,
                        Verdict.Why.UNKNOWN_TOKEN,
                        Verdict.Why.TARGETS_DIFFER,
                        Verdict.Why.EXPIRED,
                        Verdict.Why.REVOKED,
                        Verdict.Why.DUE,
                        Verdict.Why.FRESH);
    }

    @Test
    void parked_wins_over_unreadable_and_unreadable_over_an_open_renewal() {
        assertThat(why(with(parked(open()), seen(unreadable())))).isEqualTo(Verdict.Why.PARKED);
        assertThat(why(with(open(), seen(unreadable())))).isEqualTo(Verdict.Why.UNREADABLE);
        assertThat(why(with(open(), seen(unknown())))).isEqualTo(Verdict.Why.UNFINISHED);
    }

    @Test
    void the_old_token_may_go_from_the_end_of_the_grace_period_on() {
        Observation seen = with(proven(), seen(fresh()));
        assertThat(Planner.judge(seen, Policy.DEFAULT, WINTER.minusSeconds(1)))
                .isEqualTo(Verdict.from(Verdict.Why.GRACE, WINTER));
        assertThat(Planner.judge(seen, Policy.DEFAULT, WINTER))
                .isEqualTo(Verdict.from(Verdict.Why.READY_TO_RETIRE, WINTER));
    }

    @Test
    void a_revocation_that_has_begun_is_unfinished_whatever_the_targets_hold() {
        var retiring = proven().after(new Entry.Revoking(RENEWAL, new TreeSet<>(List.of(new TokenId(7)))), WINTER);
        assertThat(why(with(retiring, seen(fresh())))).isEqualTo(Verdict.Why.UNFINISHED);
        assertThat(why(with(retiring.after(new Entry.Finished(RENEWAL), WINTER), seen(fresh()))))
                .isEqualTo(Verdict.Why.UNFINISHED);
    }

    @Test
    void a_verdict_names_the_problem() {
        assertThat(problem(seen(unreadable()))).contains(Problem.of(Reason.TARGET_UNREACHABLE, "db"));
        assertThat(problem(seen(LIVE, unknown()))).contains(Problem.of(Reason.TARGET_HOLDS_UNKNOWN, "row-1"));
        assertThat(problem(seen(LIVE, OTHER))).contains(Problem.of(Reason.TARGETS_DIFFER, "7, 8"));
        assertThat(problem(with(parked(open()), seen(LIVE)))).contains(Problem.of(Reason.TARGETS_DIFFER, "7, 8"));
        assertThat(problem(seen(LIVE))).isEmpty();
    }

    @Test
    void force_renews_what_is_fresh_or_never_expires_and_changes_no_other_verdict() {
        assertThat(forced(seen(LIVE))).isEqualTo(Verdict.of(Verdict.Why.FORCED));
        assertThat(forced(seen(NEVER))).isEqualTo(Verdict.of(Verdict.Why.FORCED));
        findings()
                .map(arguments -> (Observation) arguments.get()[1])
                .filter(seen ->
                        !List.of(Verdict.Why.FRESH, Verdict.Why.NEVER_EXPIRES).contains(why(seen)))
                .forEach(seen -> assertThat(forced(seen)).isEqualTo(Planner.judge(seen, Policy.DEFAULT, AUTUMN)));
    }

    @Test
    void the_reasons_and_what_follows_from_them() {
        assertThat(Stream.of(Verdict.Why.values()).map(why -> why.code() + " " + why.action()))
                .containsExactly(
                        "parked DECIDE",
                        "unreadable DECIDE",
                        "put-back RENEW",
                        "user-unusable DECIDE",
                        "made-by-hand LEAVE",
                        "made-by-hand-due DECIDE",
                        "forgotten RENEW",
                        "emptied RENEW",
                        "unfinished RENEW",
                        "grace LEAVE",
                        "ready-to-retire RETIRE",
                        "no-token LEAVE",
                        "unknown-token DECIDE",
                        "targets-differ DECIDE",
                        "expired RENEW",
                        "revoked RENEW",
                        "never-expires LEAVE",
                        "due RENEW",
                        "forced RENEW",
                        "fresh LEAVE");
    }

    private static Verdict.Why why(Observation seen) {
        return Planner.judge(seen, Policy.DEFAULT, AUTUMN).why();
    }

    private static Optional<Problem> problem(Observation seen) {
        return Planner.judge(seen, Policy.DEFAULT, AUTUMN).problem();
    }

    private static Verdict forced(Observation seen) {
        return Planner.judgeForced(seen, Policy.DEFAULT, AUTUMN);
    }
}
