package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Account;
import dev.koshin.model.UserId;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.IssuerContract;
import org.junit.jupiter.api.AutoClose;

final class SimulatedIssuerTest implements IssuerContract {
    @AutoClose
    private final Simulation simulation = new Simulation();

    @Override
    public Issuer issuer() {
        return simulation.gitlab.issuer(account().name());
    }

    @Override
    public Account account() {
        return Account.of(new UserId(2), "ITA_ORG_AA1B2F4F-DB58-4ACB-B957-2827DD4E2624");
    }
}
