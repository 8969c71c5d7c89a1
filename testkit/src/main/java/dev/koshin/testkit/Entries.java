package dev.koshin.testkit;

import dev.koshin.journal.Entry;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Journal entries to write in tests; every call for a name or an id gives a new one. */
final class Entries {
    private static final TokenRef FRESH = new TokenRef(new TokenId(4711), new Fingerprint("0123456789ab"));
    private static final Problem PROBLEM = Problem.of(Reason.TARGET_HOLDS_UNKNOWN, "表.列[\"x\"]", "", "line\nbreak");

    private Entries() {}

    static CredentialName credential() {
        return new CredentialName("contract/資格情報/" + renewal());
    }

    static RenewalId renewal() {
        return RenewalId.random(ThreadLocalRandom.current());
    }

    static Entry started(RenewalId renewal, CredentialName credential) {
        return new Entry.Started(renewal, credential, List.of(), "due");
    }

    /** {@code count} entries that can be told apart. */
    static List<Entry> applied(RenewalId renewal, int count) {
        return IntStream.range(0, count)
                .<Entry>mapToObj(i -> new Entry.Applied(renewal, List.of("consumer " + i)))
                .toList();
    }

    /** One of each kind, and the corners of their values. */
    static List<Entry> everyKind(RenewalId id, CredentialName credential) {
        OldToken known = new OldToken(Optional.of(new TokenId(1)), new Fingerprint("00000000000f"));
        OldToken dead = new OldToken(
                Optional.empty(), Secret.of("long-dead-value-of-a-token").fingerprint());
        return List.of(
                new Entry.Started(id, credential, List.of(known, dead), "expired"),
                new Entry.Issuing(id),
                new Entry.Delivered(id, new TargetName("ITA_DB.T_COMN[\"4897…\"]"), FRESH),
                new Entry.NotIssued(id),
                new Entry.Applied(id, List.of("ansible-execution", "")),
                new Entry.Applied(id, List.of()),
                new Entry.Proven(id, FRESH, new TreeSet<>(List.of(new Use("b"), new Use("a")))),
                new Entry.Proven(id, FRESH, new TreeSet<>()),
                new Entry.RetireAfter(id, Instant.parse("2026-03-01T23:59:59.123456789Z")),
                new Entry.Reopened(id, PROBLEM),
                new Entry.Revoking(id, ids(1, 4711, Long.MAX_VALUE)),
                new Entry.Revoked(id, new TokenId(1)),
                new Entry.Parked(id, Problem.of(Reason.CLOCK_DIFFERS)),
                new Entry.Resumed(id, true),
                new Entry.Resumed(id, false),
                new Entry.Interrupted(id, PROBLEM),
                new Entry.Adopted(id, credential, FRESH),
                new Entry.RollingBack(id, FRESH),
                new Entry.Finished(id));
    }

    private static NavigableSet<TokenId> ids(long... values) {
        NavigableSet<TokenId> ids = new TreeSet<>(Comparator.comparingLong(TokenId::value));
        LongStream.of(values).mapToObj(TokenId::new).forEach(ids::add);
        return ids;
    }
}
