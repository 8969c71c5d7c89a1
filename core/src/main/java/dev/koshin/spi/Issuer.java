package dev.koshin.spi;

import dev.koshin.model.Account;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Creates, examines and revokes the tokens of one GitLab user.
 *
 * <p>No method blocks for ever, and none throws for what the other side does: every ending is an {@link Effect}.
 * Reading and revoking may be repeated by the adapter; creating never is.
 */
public interface Issuer {
    /**
     * By which ways it makes tokens, in the order in which it tries them: stable names, such as {@code gitlab-rest},
     * each with its place in brackets where there can be several.
     */
    List<String> ways();

    /**
     * Checks, without changing anything, that tokens can be made for this user: it exists, is not blocked, and the
     * issuer has the power. The answer lacks the user's id if only the new token will tell it.
     *
     * @param old a live token that the credential holds now, if there is one; it can spare a look-up
     */
    Effect<Account> preflight(Optional<Token> old);

    /** Makes one token. {@link Effect.Unclear}: it may exist, and its value is lost. */
    Effect<Issued> issue(TokenRequest request);

    /** Asks which token {@code value} is, by presenting it. */
    Effect<Inspection> inspect(Secret value);

    /** Makes one call that a consumer would make with {@code value}, and says for whom GitLab takes it. */
    Effect<Account> exercise(Secret value);

    /** The live tokens of {@code account} that carry {@code marker}, in the order of their ids; usually none or one. */
    Effect<List<Token>> marked(Account account, RenewalId marker);

    /**
     * Revokes {@code id}. Done when it is already revoked or gone.
     *
     * @param own the value of a live token of the same user; the call is made with it where the caller's own token is
     *     the one that goes, or is dead
     */
    Effect<TokenId> revoke(TokenId id, Secret own);

    /**
     * Which token has {@code id} now; empty if there is none, or if it is not to be seen. A GitLab that was restored
     * from a backup gives ids again, so whoever revokes by an id from long ago looks first.
     *
     * @param own as for {@link #revoke}
     */
    Effect<Optional<Token>> shown(TokenId id, Secret own);

    /** Whether the user exists and may work, told without trying ways to a new token. */
    default Effect<Account> owner() {
        return preflight(Optional.empty());
    }

    /** The longest that one call may take. */
    default Duration longest() {
        return Duration.ofMinutes(5);
    }
}
