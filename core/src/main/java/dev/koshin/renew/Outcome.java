package dev.koshin.renew;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import dev.koshin.plan.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Where one credential stands when its worker stops. In each of them a working token is in every target. */
public sealed interface Outcome {
    /** Every target holds {@code fresh}, and {@code revoked} work no longer. */
    record Finished(TokenRef fresh, Set<TokenId> revoked) implements Outcome {}

    /**
     * Every target holds {@code fresh}; the old token still works.
     *
     * @param retireAfter when the grace period ends
     * @param waitingFor the uses that hold back retirement after that
     * @param heldBy the other credentials that hold it back, because they hold a token that would be revoked
     */
    record Proven(TokenRef fresh, Instant retireAfter, SortedSet<Use> waitingFor, SortedSet<CredentialName> heldBy)
            implements Outcome {}

    /**
     * Every target holds {@code token}, which was made by hand, and which is the credential's own from now on.
     *
     * @param open whether a renewal is open, which the next run ends with this token
     * @param left the token that was proven before, if it lives; nobody revokes it
     */
    record Adopted(TokenRef token, boolean open, Optional<TokenId> left) implements Outcome {}
    /** Every target holds the token of before, {@code old}, again, and {@code revoked} work no longer. */
    record RolledBack(TokenRef old, Set<TokenId> revoked) implements Outcome {}

    /**
     * Every target holds the token of before, {@code old}, again; the tokens that the renewal made still work.
     *
     * @param waitingFor the uses that hold back their end
     * @param heldBy the other credentials that hold it back, because they hold one of them
     */
    record Restored(TokenRef old, SortedSet<Use> waitingFor, SortedSet<CredentialName> heldBy) implements Outcome {}

    /** There was nothing to do, for the reason that the verdict names. */
    record NotNeeded(Verdict verdict) implements Outcome {}

    /** A person must decide. The old token still works. */
    record Parked(Problem problem) implements Outcome {}

    /** It did not work this time, and the next run goes on from here. The old token still works. */
    record Failed(Problem problem) implements Outcome {}

    /** Another worker is at it. */
    record Busy(String holder) implements Outcome {}
}
