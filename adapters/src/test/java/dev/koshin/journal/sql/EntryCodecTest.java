package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class EntryCodecTest {
    private static final RenewalId ID = new RenewalId("0123456789abcdef");
    private static final TokenRef FRESH = new TokenRef(new TokenId(2), new Fingerprint("0123456789ab"));
    private static final Problem PROBLEM = Problem.of(Reason.TARGET_CHANGED, "a", "b");

    private final EntryReader reader = new EntryReader(
            new Failures(new Address("jdbc:sqlite:koshin.db", Optional.empty(), Optional.empty())), new JsonMapper());

    private static void isWritten(Entry entry, String kind, String payload) {
        Line line = new EntryCodec().encode(entry);
        assertThat(line.kind() + " " + line.payload()).isEqualTo(kind + " " + payload);
    }

    /** Journals of years ago hold these words. */
    @Test
    void writesStableWords() {
        List<OldToken> old = List.of(
                new OldToken(Optional.of(new TokenId(1)), FRESH.fingerprint()),
                new OldToken(Optional.empty(), FRESH.fingerprint()));
        isWritten(new Entry.Started(ID, new CredentialName("a/b"), old, "due"), "started", """
                {"credential":"a/b","why":"due","old":[{"id":1,"fingerprint":"0123456789ab"},\
                {"fingerprint":"0123456789ab"}]}""");
        isWritten(new Entry.Issuing(ID), "issuing", "{}");
        isWritten(new Entry.Delivered(ID, new TargetName("t"), FRESH), "delivered", """
                {"target":"t","id":2,"fingerprint":"0123456789ab"}""");
        isWritten(new Entry.Applied(ID, List.of("c")), "applied", "{\"consumers\":[\"c\"]}");
        isWritten(new Entry.Proven(ID, FRESH, new TreeSet<>(List.of(new Use("u")))), "proven", """
                {"id":2,"fingerprint":"0123456789ab","uses":["u"]}""");
        isWritten(
                new Entry.RetireAfter(ID, Instant.parse("2026-03-01T00:00:00Z")),
                "retire-after",
                "{\"instant\":\"2026-03-01T00:00:00Z\"}");
    }

    @Test
    void writesStableWordsToTheEnd() {
        TreeSet<TokenId> tokens = new TreeSet<>(Comparator.comparingLong(TokenId::value));
        tokens.addAll(List.of(new TokenId(2), new TokenId(1)));
        String problem = "{\"reason\":\"target-changed\",\"details\":[\"a\",\"b\"]}";
        isWritten(new Entry.Reopened(ID, PROBLEM), "reopened", problem);
        isWritten(new Entry.Revoking(ID, tokens), "revoking", "{\"tokens\":[1,2]}");
        isWritten(new Entry.Revoked(ID, new TokenId(1)), "revoked", "{\"token\":1}");
        isWritten(new Entry.Finished(ID), "finished", "{}");
        isWritten(new Entry.Parked(ID, PROBLEM), "parked", problem);
        isWritten(new Entry.Resumed(ID, true), "resumed", "{\"replace\":true}");
        isWritten(new Entry.Interrupted(ID, PROBLEM), "interrupted", problem);
    }

    @Test
    void readsOverFieldsThatANewerVersionAdded() {
        assertThat(entry("revoked", "{\"token\":1,\"because\":{\"x\":[1]}}"))
                .isEqualTo(new Entry.Revoked(ID, new TokenId(1)));
    }

    @Test
    void saysThatANewerVersionWroteWhatItDoesNotKnow() {
        assertThatThrownBy(() -> entry("teleported", "{}"))
                .isInstanceOfSatisfying(
                        JournalUnavailable.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(Problem.of(Reason.JOURNAL_NEWER, "jdbc:sqlite:koshin.db", "teleported")));
        assertThatThrownBy(() -> entry("parked", "{\"reason\":\"moon-full\",\"details\":[]}"))
                .isInstanceOf(JournalUnavailable.class);
    }

    private Entry entry(String kind, String payload) {
        return reader.read(new Row(1, ID.value(), 1, Instant.EPOCH, kind, payload))
                .entry();
    }
}
