package dev.koshin.renew;

import dev.koshin.model.Account;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.util.List;
import java.util.Optional;

/** An issuer whose calls a test changes one by one. */
public class IssuerAround implements Issuer {
    private final Issuer issuer;

    public IssuerAround(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<String> ways() {
        return issuer.ways();
    }

    @Override
    public Effect<Account> preflight(Optional<Token> old) {
        return issuer.preflight(old);
    }

    @Override
    public Effect<Issued> issue(TokenRequest request) {
        return issuer.issue(request);
    }

    @Override
    public Effect<Inspection> inspect(Secret value) {
        return issuer.inspect(value);
    }

    @Override
    public Effect<Account> exercise(Secret value) {
        return issuer.exercise(value);
    }

    @Override
    public Effect<List<Token>> marked(Account account, RenewalId marker) {
        return issuer.marked(account, marker);
    }

    @Override
    public Effect<Optional<Token>> shown(TokenId id, Secret own) {
        return issuer.shown(id, own);
    }

    @Override
    public Effect<TokenId> revoke(TokenId id, Secret own) {
        return issuer.revoke(id, own);
    }
}
