package dev.koshin.journal;

import dev.koshin.model.CredentialName;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** One line of the journal. Entries are only ever appended, and never hold a token value. */
public sealed interface Entry {
    /** The renewal that this line belongs to. */
    RenewalId renewal();

    /**
     * A renewal begins; always the first entry.
     *
     * @param old the values that the targets held; empty when they held none
     * @param why the code of the planner's reason
     */
    record Started(RenewalId renewal, CredentialName credential, List<OldToken> old, String why) implements Entry {}

    /** A token is about to be requested; it may or may not come to exist. */
    record Issuing(RenewalId renewal) implements Entry {}

    /** The last request was clearly refused, so that it made no token. */
    record NotIssued(RenewalId renewal) implements Entry {}

    /** {@code target} holds {@code fresh}. */
    record Delivered(RenewalId renewal, TargetName target, TokenRef fresh) implements Entry {}

    /** {@code consumers} were made to read the new value. */
    record Applied(RenewalId renewal, List<String> consumers) implements Entry {}

    /**
     * Every target was read back and holds {@code fresh}.
     *
     * @param uses what ran at that moment and may still work with the old value
     */
    record Proven(RenewalId renewal, TokenRef fresh, SortedSet<Use> uses) implements Entry {}

    /** The old token may be revoked from {@code instant} on; the last such entry counts. */
    record RetireAfter(RenewalId renewal, Instant instant) implements Entry {}

    /** A target no longer held the proven token, so another one is made; what was proven before counts no more. */
    record Reopened(RenewalId renewal, Problem problem) implements Entry {}

    /** Exactly {@code tokens} are about to be revoked. */
    record Revoking(RenewalId renewal, SortedSet<TokenId> tokens) implements Entry {}

    /** {@code token} no longer works. */
    record Revoked(RenewalId renewal, TokenId token) implements Entry {}

    /** One token is live and every target holds it; always the last entry. */
    record Finished(RenewalId renewal) implements Entry {}

    /** Stopped until a person decides. */
    record Parked(RenewalId renewal, Problem problem) implements Entry {}

    /**
     * A person lets a parked renewal go on.
     *
     * @param replace whether a value that Koshin cannot account for may be overwritten
     */
    record Resumed(RenewalId renewal, boolean replace) implements Entry {}

    /**
     * A person says that {@code token}, which was made by hand and which every target holds, is the credential's own
     * from now on. Stands alone if no renewal is open; else the open renewal goes on with it as its new token.
     */
    record Adopted(RenewalId renewal, CredentialName credential, TokenRef token) implements Entry {}

    /**
     * A person wants the old token back: {@code old} is about to be delivered, to be proven, and to stay, while the
     * tokens that the renewal made are revoked.
     */
    record RollingBack(RenewalId renewal, TokenRef old) implements Entry {}

    /** A step did not work this time; the next run tries again. For people only. */
    record Interrupted(RenewalId renewal, Problem problem) implements Entry {}
}
