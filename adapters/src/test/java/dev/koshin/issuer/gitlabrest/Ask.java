package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import java.util.Set;

/** The kinds of call that a table of answers tells apart: a column each. */
enum Ask {
    LIST(Setup.LIST),
    INSPECT(Setup.SELF),
    MAKE(Setup.CREATE),
    REVOKE(Setup.DELETE);

    private final String line;

    Ask(String line) {
        this.line = line;
    }

    /** The request that the call is about. */
    String line() {
        return line;
    }

    Effect<?> of(GitLabRest gitlab) {
        return switch (this) {
            case LIST -> gitlab.catalog().tokensOf(Set.of(new UserId(7)));
            case INSPECT -> gitlab.issuer("org-01").inspect(Secret.of(Bodies.VALUE));
            case MAKE -> gitlab.issuer("org-01").issue(Setup.request("c", 400));
            case REVOKE -> gitlab.issuer("org-01").revoke(new TokenId(41), Setup.OWN);
        };
    }
}
