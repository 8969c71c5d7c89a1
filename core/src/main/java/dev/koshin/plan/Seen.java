package dev.koshin.plan;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import java.util.Optional;

/** What was found in one target, and what GitLab says about it. */
public record Seen(TargetName target, Finding finding) {
    /** The kinds of finding. */
    public sealed interface Finding {}

    /** A value that GitLab accepts. */
    public record Live(Token token, Fingerprint fingerprint) implements Finding {}

    /** A value whose last day is over; the id is known only if Koshin met the token while it lived. */
    public record Expired(Optional<TokenId> id, Fingerprint fingerprint) implements Finding {}

    /** A value that somebody revoked; the id is known only if Koshin met the token while it lived. */
    public record Revoked(Optional<TokenId> id, Fingerprint fingerprint) implements Finding {}

    /** A value that GitLab does not know. */
    public record Unknown(Fingerprint fingerprint) implements Finding {}

    /**
     * The value that was proven last, which GitLab does not accept any more, as its user is gone or may do nothing.
     *
     * @param problem what is wrong with the user
     */
    public record Ownerless(Fingerprint fingerprint, Problem problem) implements Finding {}

    /** No value. */
    public record Empty() implements Finding {}

    /** The target or GitLab did not answer. */
    public record Unreadable(Problem problem) implements Finding {}

    /** The printable name of the value, if there is one and it could be read. */
    public Optional<Fingerprint> print() {
        return old().map(OldToken::fingerprint);
    }

    /** How a renewal would write down what it replaces here; empty if there is nothing to replace. */
    public Optional<OldToken> old() {
        return switch (finding) {
            case Live(Token token, Fingerprint print) -> Optional.of(new OldToken(Optional.of(token.id()), print));
            case Expired(Optional<TokenId> id, Fingerprint print) -> Optional.of(new OldToken(id, print));
            case Revoked(Optional<TokenId> id, Fingerprint print) -> Optional.of(new OldToken(id, print));
            case Unknown(Fingerprint print) -> Optional.of(new OldToken(Optional.empty(), print));
            case Ownerless(Fingerprint print, var _) -> Optional.of(new OldToken(Optional.empty(), print));
            case Empty(), Unreadable _ -> Optional.empty();
        };
    }
}
