package dev.koshin.journal;

import dev.koshin.model.CredentialName;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What the entries of one renewal add up to. A pure function of them: {@link #of}.
 *
 * @param why the code of the planner's reason
 * @param issuings how many tokens were asked for, less those that were clearly refused
 * @param tries how many of them since a person last let the renewal go on
 * @param made the tokens of this renewal that are known by id; the others' answers were lost
 * @param since the instant of the first entry
 * @param replace whether a person allowed to overwrite what cannot be accounted for; that ends with the proof
 */
public record Trail(
        RenewalId renewal,
        CredentialName credential,
        Instant since,
        String why,
        List<OldToken> old,
        int issuings,
        int tries,
        Set<TokenRef> made,
        Set<TokenId> revoked,
        boolean replace,
        Stage stage) {

    /** How far a renewal has come. */
    public sealed interface Stage {}

    /** Not proven yet: tokens may exist, and targets may hold one of them. */
    public record Open() implements Stage {}

    /** As {@link Open}, but on the way back: targets may hold {@code old} again, and nobody may issue another. */
    public record RollingBack(TokenRef old) implements Stage {}

    /** Every target held {@code fresh}; the old token lives until {@code retireAfter} at least. */
    public record Proven(TokenRef fresh, SortedSet<Use> uses, Instant retireAfter) implements Stage {}

    /** As {@link Proven}, and the revocation of exactly {@code doomed} has begun. */
    public record Retiring(TokenRef fresh, SortedSet<TokenId> doomed) implements Stage {}

    /** Every target held {@code token} when a person adopted it; it is proven like one of this renewal's own. */
    public record Adopted(TokenRef token) implements Stage {}

    /** The end. */
    public record Finished(TokenRef fresh) implements Stage {}

    /** Stopped for a person; goes on from {@code beneath}. */
    public record Parked(Problem problem, Stage beneath) implements Stage {}

    /** Adds up {@code entries}, which belong to one renewal and begin with {@link Entry.Started}. */
    public static Trail of(List<Recorded> entries) {
        if (entries.isEmpty() || !(entries.getFirst().entry() instanceof Entry.Started started)) {
            throw new IllegalStateException("a renewal's first journal entry is not Started: " + entries);
        }
        Recorded first = entries.getFirst();
        Trail trail = started(started, first.at());
        for (Recorded recorded : entries.subList(1, entries.size())) {
            trail = trail.after(recorded.entry(), recorded.at());
        }
        return trail;
    }

    /** The trail of a renewal whose only entry is {@code started}. */
    public static Trail started(Entry.Started started, Instant at) {
        return new Trail(
                started.renewal(),
                started.credential(),
                at,
                started.why(),
                started.old(),
                0,
                0,
                Set.of(),
                Set.of(),
                false,
                new Open());
    }

    /** This trail with one more entry. */
    public Trail after(Entry entry, Instant at) {
        return switch (entry) {
            case Entry.Started _ -> throw new IllegalStateException("a renewal starts once: " + entry);
            case Entry.Issuing _ -> counting(1);
            case Entry.NotIssued _ -> counting(-1);
            case Entry.Delivered(var _, var _, TokenRef fresh) -> with(fresh);
            case Entry.Applied _, Entry.Interrupted _ -> this;
            case Entry.Proven(var _, TokenRef fresh, SortedSet<Use> uses) ->
                with(fresh).replacing(false).at(new Proven(fresh, uses, at));
            case Entry.RetireAfter(var _, Instant instant) -> retiringAfter(instant);
            case Entry.Reopened _ -> at(new Open());
            case Entry.Revoking(var _, SortedSet<TokenId> doomed) -> at(new Retiring(fresh(), doomed));
            case Entry.Revoked(var _, TokenId token) -> without(token);
            case Entry.Finished _ -> at(new Finished(fresh()));
            case Entry.Parked(var _, Problem problem) -> at(new Parked(problem, stage));
            case Entry.Resumed(var _, boolean anyway) -> resumed(anyway);
            case Entry.Adopted(var _, var _, TokenRef token) -> adopting(token);
            case Entry.RollingBack(var _, TokenRef to) -> at(new RollingBack(to));
        };
    }

    /** This trail, without knowing the ids of {@code tokens}, so that they are never revoked. */
    public Trail leaving(Set<TokenId> tokens) {
        List<OldToken> others = old.stream()
                .map(one -> one.id().filter(tokens::contains).isPresent()
                        ? new OldToken(Optional.empty(), one.fingerprint())
                        : one)
                .toList();
        return new Trail(renewal, credential, since, why, others, issuings, tries, made, revoked, replace, stage);
    }

    /** The old token that targets hold again or shall hold again; empty as long as the renewal goes forward. */
    public Optional<TokenRef> back() {
        Stage last = stage instanceof Parked(var _, Stage beneath) ? beneath : stage;
        return last instanceof RollingBack(TokenRef to) ? Optional.of(to) : proven().filter(this::replaced);
    }

    /** Whether {@code token} is one that this renewal found, not one that it made. */
    public boolean replaced(TokenRef token) {
        return old.contains(new OldToken(Optional.of(token.id()), token.fingerprint()));
    }

    /** Whether a token may exist that no entry names. */
    public boolean lostAnswers() {
        return issuings > made.size();
    }

    private TokenRef fresh() {
        return proven().orElseThrow(() -> new IllegalStateException("nothing is proven in renewal " + renewal));
    }

    /** The proven token, if there is one. */
    public Optional<TokenRef> proven() {
        return provenAt(stage);
    }

    private static Optional<TokenRef> provenAt(Stage stage) {
        return switch (stage) {
            case Open(), Adopted _, RollingBack _ -> Optional.empty();
            case Proven(TokenRef fresh, var _, var _) -> Optional.of(fresh);
            case Retiring(TokenRef fresh, var _) -> Optional.of(fresh);
            case Finished(TokenRef fresh) -> Optional.of(fresh);
            case Parked(var _, Stage beneath) -> provenAt(beneath);
        };
    }

    private Trail retiringAfter(Instant instant) {
        return switch (stage) {
            case Proven(TokenRef fresh, SortedSet<Use> uses, var _) -> at(new Proven(fresh, uses, instant));
            case Open _, Adopted _, RollingBack _, Retiring _, Finished _, Parked _ ->
                throw new IllegalStateException("RetireAfter before Proven in renewal " + renewal);
        };
    }

    private Trail resumed(boolean anyway) {
        Stage beneath = stage instanceof Parked(var _, Stage under) ? under : stage;
        return untried().replacing(replace || anyway).at(beneath instanceof RollingBack ? new Open() : beneath);
    }

    /** It is asked for and made at once, as nobody needs to look for it. */
    private Trail adopting(TokenRef token) {
        Trail counted = made.contains(token) ? this : counting(1).with(token);
        return counted.untried().replacing(false).at(new Adopted(token));
    }

    private Trail untried() {
        return new Trail(renewal, credential, since, why, old, issuings, 0, made, revoked, replace, stage);
    }

    private Trail replacing(boolean allowed) {
        return new Trail(renewal, credential, since, why, old, issuings, tries, made, revoked, allowed, stage);
    }

    private Trail counting(int more) {
        return new Trail(
                renewal, credential, since, why, old, issuings + more, tries + more, made, revoked, replace, stage);
    }

    private Trail with(TokenRef fresh) {
        return replaced(fresh)
                ? this
                : new Trail(
                        renewal,
                        credential,
                        since,
                        why,
                        old,
                        issuings,
                        tries,
                        Sets.plus(made, fresh),
                        revoked,
                        replace,
                        stage);
    }

    private Trail without(TokenId token) {
        return new Trail(
                renewal, credential, since, why, old, issuings, tries, made, Sets.plus(revoked, token), replace, stage);
    }

    private Trail at(Stage next) {
        return new Trail(renewal, credential, since, why, old, issuings, tries, made, revoked, replace, next);
    }
}
