package dev.koshin.issuer;

import dev.koshin.model.Account;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import java.util.List;
import java.util.Optional;

/** An issuer that makes tokens in a way of its own, and leaves to the REST API what needs no new token. */
public interface Assisted extends Issuer {
    /** The same GitLab's REST API. */
    Issuer rest();

    @Override
    default Effect<Inspection> inspect(Secret value) {
        return rest().inspect(value);
    }

    @Override
    default Effect<Account> exercise(Secret value) {
        return rest().exercise(value);
    }

    @Override
    default Effect<List<Token>> marked(Account account, RenewalId marker) {
        return rest().marked(account, marker);
    }

    @Override
    default Effect<TokenId> revoke(TokenId id, Secret own) {
        return rest().revoke(id, own);
    }

    @Override
    default Effect<Optional<Token>> shown(TokenId id, Secret own) {
        return rest().shown(id, own);
    }

    @Override
    default Effect<Account> owner() {
        return rest().owner();
    }
}
