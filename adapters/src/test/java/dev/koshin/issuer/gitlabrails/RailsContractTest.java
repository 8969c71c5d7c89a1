package dev.koshin.issuer.gitlabrails;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Account;
import dev.koshin.process.Inside;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.IssuerContract;
import org.junit.jupiter.api.AutoClose;

final class RailsContractTest implements IssuerContract {
    @AutoClose
    private final Scene scene = new Scene(Scene.RELEASE, Scene.LIVE);

    @Override
    public Issuer issuer() {
        return GitLabRails.issuer(
                RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab"))),
                new SimulatedRails(scene.simulator.uri()),
                scene.gitlab.issuer("root"),
                "root");
    }

    @Override
    public Account account() {
        return Scene.ROOT;
    }
}
