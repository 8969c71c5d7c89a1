package dev.koshin.plan;

import static dev.koshin.plan.Samples.AUTUMN;
import static dev.koshin.plan.Samples.FRESH;
import static dev.koshin.plan.Samples.RENEWAL;
import static dev.koshin.plan.Samples.expired;
import static dev.koshin.plan.Samples.fresh;
import static dev.koshin.plan.Samples.live;
import static dev.koshin.plan.Samples.open;
import static dev.koshin.plan.Samples.parked;
import static dev.koshin.plan.Samples.print;
import static dev.koshin.plan.Samples.proven;
import static dev.koshin.plan.Samples.revoked;
import static dev.koshin.plan.Samples.seen;
import static dev.koshin.plan.Samples.token;
import static dev.koshin.plan.Samples.unknown;
import static dev.koshin.plan.Samples.unreadable;
import static dev.koshin.plan.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Past;
import dev.koshin.journal.Trail;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Token 9 was proven last, and tokens 7 and 5 before that. */
final class DriftTest {
    private static final Fingerprint OLD = print(7);
    private static final Past PAST = new Past(
            Optional.of(new Past.Proof(FRESH, AUTUMN)),
            List.of(new OldToken(Optional.of(new TokenId(7)), OLD), new OldToken(Optional.empty(), print(5))));
    private static final Problem GONE = Problem.of(Reason.USER_MISSING, "users", "ITA_ORG");
    private static final Token BY_HAND = token(20, "2026-09-30T00:00:00Z", Optional.of("2027-09-30"));
    private static final Token OTHER = token(21, "2026-09-30T00:00:00Z", Optional.of("2027-09-30"));
    private static final Token BY_HAND_DUE = token(20, "2025-10-10T00:00:00Z", Optional.of("2026-10-10"));
    private static final Token PUT_BACK = token(7, "2025-12-01T00:00:00Z", Optional.of("2027-12-01"));

    private static Observation after(Seen.Finding... findings) {
        return after(PAST, seen(findings));
    }

    private static Observation after(Past past, Observation seen) {
        return new Observation(
                seen.credential(),
                seen.at(),
                seen.seen(),
                seen.open(),
                seen.strays(),
                seen.leaving(),
                seen.holders(),
                past);
    }

    private static Arguments row(Drift.Kind kind, Verdict.Why why, Seen.Finding... findings) {
        return Arguments.of(Optional.of(kind), why, after(findings));
    }

    private static Arguments none(Verdict.Why why, Seen.Finding... findings) {
        return Arguments.of(Optional.empty(), why, after(findings));
    }

    static Stream<Arguments> cases() {
        Seen.Finding forgotten = new Seen.Unknown(FRESH.fingerprint());
        Seen.Finding missing = new Seen.Unreadable(Problem.of(Reason.TARGET_ROW_MISSING, "row-0"));
        return Stream.of(
                none(Verdict.Why.FRESH, fresh()),
                none(Verdict.Why.FRESH, fresh(), fresh()),
                none(Verdict.Why.EXPIRED, new Seen.Expired(Optional.empty(), FRESH.fingerprint())),
                none(Verdict.Why.UNREADABLE, unreadable()),
                row(Drift.Kind.PUT_BACK, Verdict.Why.PUT_BACK, live(PUT_BACK)),
                row(Drift.Kind.PUT_BACK, Verdict.Why.PUT_BACK, new Seen.Revoked(Optional.empty(), OLD)),
                row(Drift.Kind.PUT_BACK, Verdict.Why.PUT_BACK, new Seen.Expired(Optional.empty(), OLD)),
                row(Drift.Kind.PUT_BACK, Verdict.Why.PUT_BACK, new Seen.Unknown(print(5))),
                row(Drift.Kind.PUT_BACK, Verdict.Why.PUT_BACK, fresh(), live(PUT_BACK)),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.MADE_BY_HAND, live(BY_HAND)),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.MADE_BY_HAND, live(BY_HAND), live(BY_HAND)),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.MADE_BY_HAND_DUE, live(BY_HAND_DUE)),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.MADE_BY_HAND_DUE, live(BY_HAND), revoked()),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.MADE_BY_HAND_DUE, live(BY_HAND), new Seen.Empty()),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.TARGETS_DIFFER, live(BY_HAND), live(OTHER)),
                row(Drift.Kind.MADE_BY_HAND, Verdict.Why.TARGETS_DIFFER, live(BY_HAND), fresh()),
                row(Drift.Kind.UNKNOWN_VALUE, Verdict.Why.UNKNOWN_TOKEN, unknown()),
                row(Drift.Kind.UNKNOWN_VALUE, Verdict.Why.UNKNOWN_TOKEN, live(BY_HAND), unknown()),
                row(Drift.Kind.FORGOTTEN, Verdict.Why.FORGOTTEN, forgotten),
                row(Drift.Kind.FORGOTTEN, Verdict.Why.FORGOTTEN, forgotten, live(PUT_BACK)),
                row(Drift.Kind.USER_UNUSABLE, Verdict.Why.USER_UNUSABLE, new Seen.Ownerless(FRESH.fingerprint(), GONE)),
                row(
                        Drift.Kind.REVOKED,
                        Verdict.Why.REVOKED,
                        new Seen.Revoked(Optional.of(FRESH.id()), FRESH.fingerprint())),
                row(Drift.Kind.DEAD_VALUE, Verdict.Why.REVOKED, revoked()),
                row(Drift.Kind.DEAD_VALUE, Verdict.Why.EXPIRED, expired()),
                row(Drift.Kind.EMPTIED, Verdict.Why.EMPTIED, new Seen.Empty()),
                row(Drift.Kind.EMPTIED, Verdict.Why.EMPTIED, fresh(), new Seen.Empty()),
                row(Drift.Kind.TARGET_MISSING, Verdict.Why.UNREADABLE, missing));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_case_has_a_name_and_a_next_step(Optional<Drift.Kind> kind, Verdict.Why why, Observation seen) {
        assertThat(Drift.of(seen).map(Drift::kind)).isEqualTo(kind);
        assertThat(Planner.judge(seen, Policy.DEFAULT, AUTUMN).why()).isEqualTo(why);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void force_renews_a_fresh_token_of_koshins_own_and_no_other(
            Optional<Drift.Kind> kind, Verdict.Why why, Observation seen) {
        Verdict.Why forced = why == Verdict.Why.FRESH ? Verdict.Why.FORCED : why;
        assertThat(Planner.judgeForced(seen, Policy.DEFAULT, AUTUMN).why()).isEqualTo(forced);
        assertThat(kind.isEmpty() || forced != Verdict.Why.FORCED).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_drifts_from_what_was_never_proven(Optional<Drift.Kind> kind, Verdict.Why why, Observation seen) {
        assertThat(Drift.of(after(new Past(Optional.empty(), PAST.earlier()), seen)))
                .isEmpty();
    }

    @Test
    void the_kinds_are_in_the_order_of_their_weight() {
        assertThat(Stream.of(Drift.Kind.values()).map(Drift.Kind::code))
                .containsExactly(
                        "target-missing",
                        "user-unusable",
                        "unknown-value",
                        "made-by-hand",
                        "forgotten",
                        "put-back",
                        "revoked",
                        "dead-value",
                        "emptied");
    }

    @Test
    void a_token_made_by_hand_is_told_with_its_name_and_when_it_is_due() {
        Verdict verdict = Planner.judge(after(live(BY_HAND)), Policy.DEFAULT, AUTUMN);
        assertThat(verdict.problem()).contains(Problem.of(Reason.TOKEN_MADE_BY_HAND, "row-0", "20", "ITA"));
        assertThat(verdict.from()).isEqualTo(Policy.DEFAULT.due(BY_HAND));
        assertThat(verdict.action()).isEqualTo(Verdict.Action.LEAVE);
    }

    @Test
    void a_user_that_is_gone_is_told_with_the_reason() {
        Seen.Finding gone = new Seen.Ownerless(FRESH.fingerprint(), GONE);
        assertThat(Planner.judge(after(gone), Policy.DEFAULT, AUTUMN).problem()).contains(GONE);
    }

    @Test
    void a_renewal_on_its_way_looks_at_each_value_itself() {
        assertThat(Drift.of(after(PAST, with(open(), seen(live(BY_HAND)))))).isEmpty();
        assertThat(Drift.of(after(PAST, with(parked(open()), seen(live(BY_HAND))))))
                .isEmpty();
    }

    @Test
    void a_token_made_by_hand_within_the_grace_parks_nothing() {
        Observation seen = after(PAST, with(proven(), seen(live(BY_HAND))));
        assertThat(Planner.judge(seen, Policy.DEFAULT, AUTUMN).why()).isEqualTo(Verdict.Why.MADE_BY_HAND);
        Observation old = after(PAST, with(proven(), seen(live(PUT_BACK))));
        assertThat(Planner.judge(old, Policy.DEFAULT, AUTUMN).why()).isEqualTo(Verdict.Why.PUT_BACK);
    }

    @Test
    void a_token_that_only_has_the_proven_ones_id_is_not_it() {
        Seen.Finding sameId = new Seen.Live(token(9, "2026-11-01T00:00:00Z", Optional.of("2027-10-01")), print(33));
        assertThat(Planner.judge(with(proven(), seen(sameId)), Policy.DEFAULT, AUTUMN)
                        .why())
                .isEqualTo(Verdict.Why.PUT_BACK);
    }

    @Test
    void the_proven_token_that_no_target_holds_is_found_among_the_strays() {
        Token own = token(9, "2026-10-01T00:00:00Z", Optional.of("2027-10-01"));
        Token another = token(9, "2026-10-01T00:05:01Z", Optional.of("2027-10-01"));
        assertThat(withStray(own).unheld()).contains(own);
        assertThat(withStray(another).unheld()).isEmpty();
        assertThat(withStray(OTHER).unheld()).isEmpty();
    }

    private static Observation withStray(Token stray) {
        Observation seen = after(live(PUT_BACK));
        return new Observation(
                seen.credential(),
                seen.at(),
                seen.seen(),
                Optional.empty(),
                List.of(stray),
                List.of(),
                seen.holders(),
                PAST);
    }

    @Test
    void an_adopted_token_is_work_to_go_on_with() {
        var adopted = open().after(new Entry.Adopted(RENEWAL, Samples.NAME, FRESH), AUTUMN);
        assertThat(Planner.judge(with(adopted, seen(fresh())), Policy.DEFAULT, AUTUMN)
                        .why())
                .isEqualTo(Verdict.Why.UNFINISHED);
    }

    private static Reason told(Seen.Finding... findings) {
        return Drift.of(after(findings)).orElseThrow().problem().reason();
    }

    @Test
    void what_is_told_names_the_token_the_user_or_the_place() {
        assertThat(told(live(BY_HAND))).isEqualTo(Reason.TOKEN_MADE_BY_HAND);
        assertThat(told(new Seen.Ownerless(FRESH.fingerprint(), GONE))).isEqualTo(Reason.USER_MISSING);
        assertThat(told(new Seen.Unreadable(Problem.of(Reason.TARGET_ROW_MISSING, "row-0"))))
                .isEqualTo(Reason.TARGET_ROW_MISSING);
        assertThat(told(expired())).isEqualTo(Reason.TARGET_CHANGED);
        assertThat(told(revoked())).isEqualTo(Reason.TARGET_CHANGED);
        assertThat(told(unknown())).isEqualTo(Reason.TARGET_CHANGED);
        assertThat(told(new Seen.Empty())).isEqualTo(Reason.TARGET_CHANGED);
    }

    /** On its way to a new proof a renewal looks at each value itself. */
    @Test
    void a_renewal_on_its_way_is_left_alone_and_a_proven_one_is_not() {
        Trail open = Trail.started(new Entry.Started(RENEWAL, Samples.NAME, List.of(), "due"), AUTUMN);
        Trail adopted = open.after(new Entry.Adopted(RENEWAL, Samples.NAME, FRESH), AUTUMN);
        Trail back = open.after(new Entry.RollingBack(RENEWAL, FRESH), AUTUMN);
        Trail done = open.after(new Entry.Proven(RENEWAL, FRESH, new TreeSet<>()), AUTUMN);
        Trail retiring = done.after(new Entry.Revoking(RENEWAL, new TreeSet<>()), AUTUMN);
        Entry parked = new Entry.Parked(RENEWAL, GONE);
        assertThat(Stream.of(open, adopted, back, retiring, open.after(parked, AUTUMN), back.after(parked, AUTUMN)))
                .allSatisfy(trail -> assertThat(Drift.of(after(PAST, with(trail, seen(live(BY_HAND))))))
                        .isEmpty());
        assertThat(Stream.of(done, done.after(parked, AUTUMN), retiring.after(new Entry.Finished(RENEWAL), AUTUMN)))
                .allSatisfy(trail -> assertThat(Drift.of(after(PAST, with(trail, seen(live(BY_HAND))))))
                        .isPresent());
    }
}
