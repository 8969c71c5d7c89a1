package dev.koshin.issuer.choice;

import dev.koshin.model.Account;
import dev.koshin.model.Reason;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.IssuerContract;
import dev.koshin.testkit.SettableClock;
import java.time.Instant;
import java.util.List;

final class ChoiceContractTest implements IssuerContract {
    private final FakeGitLab gitlab = new FakeGitLab(new SettableClock(Instant.parse("2026-07-01T12:00:00Z")));
    private final Account account = gitlab.user("root");

    @Override
    public Issuer issuer() {
        Issuer open = gitlab.issuer(account.name());
        return Choice.of(List.of(Way.shut("first", open, Reason.ADMIN_TOKEN_EXPIRED), Way.open("second", open)));
    }

    @Override
    public Account account() {
        return account;
    }
}
