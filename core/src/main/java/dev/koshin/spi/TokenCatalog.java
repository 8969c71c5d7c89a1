package dev.koshin.spi;

import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import java.util.List;
import java.util.Set;

/** Lists tokens in bulk, so that looking at many credentials does not need a call for each. */
public interface TokenCatalog {
    /**
     * The tokens that are not revoked, of at least {@code users}. The adapter chooses between one long list and one
     * short list per user, whichever takes fewer calls; more users than asked for may come back.
     */
    Effect<List<Token>> tokensOf(Set<UserId> users);
}
