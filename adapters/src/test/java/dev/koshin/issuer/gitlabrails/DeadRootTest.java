package dev.koshin.issuer.gitlabrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Inventory;
import dev.koshin.issuer.Scene;
import dev.koshin.issuer.choice.Choice;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.plan.Policy;
import dev.koshin.process.Ended;
import dev.koshin.process.Inside;
import dev.koshin.process.Runner;
import dev.koshin.renew.Order;
import dev.koshin.renew.Outcome;
import dev.koshin.renew.Renewals;
import dev.koshin.renew.Tools;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.MemoryJournal;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The engine renews a root token that has died, while the configuration still names it as the administrator's. */
final class DeadRootTest {
    private static final CredentialName NAME = new CredentialName("exastro/root");
    private static final TargetName ENV = new TargetName(".env");

    @AutoClose
    private final Scene scene = new Scene(Scene.RELEASE, Scene.DEAD);

    private final SettableClock clock =
            new SettableClock(Scene.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final FakePlace place = new FakePlace();

    private Outcome renew(Runner runner) {
        Issuer rest = scene.gitlab.issuer("root");
        Issuer rails = GitLabRails.issuer(
                RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab"))),
                runner,
                scene.gitlab.issuer("root"),
                "root");
        Credential credential = new Credential(
                NAME,
                "root",
                Choice.of(List.of(rest, rails)),
                List.of(place.put(ENV, new Held.Value(Scene.DEAD))),
                Consumers.readingEachTime(),
                new Policy(365, Duration.ofDays(60), Duration.ZERO, 0),
                new TreeSet<>(List.of("api")));
        var seen = new Inventory(journal, journal, scene.gitlab.catalog(), clock)
                .gather(List.of(credential), List.of(credential))
                .of(NAME);
        return new Renewals(new Tools(journal, clock, clock::advance, new Random(7)))
                .run(credential, seen, Order.BY_PLAN);
    }

    private long live() {
        return scene.simulator.control().tokens().stream()
                .filter(token -> token.active() && token.name().startsWith("koshin "))
                .count();
    }

    private void placeHoldsALiveToken() {
        Secret held = place.held().getOrDefault(ENV, new Held.Nothing()) instanceof Held.Value(Secret value)
                ? value
                : Scene.DEAD;
        assertThat(Scene.done(scene.gitlab.issuer("root").inspect(held))).isInstanceOf(Inspection.Live.class);
    }

    @Test
    void it_is_replaced_and_proven() {
        assertThat(renew(new SimulatedRails(scene.simulator.uri()))).isInstanceOf(Outcome.Finished.class);

        placeHoldsALiveToken();
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void a_token_whose_value_was_lost_is_revoked_at_the_end() {
        AtomicInteger answers = new AtomicInteger();
        Runner losing = new SimulatedRails(
                scene.simulator.uri(),
                ended -> answers.incrementAndGet() == 1 ? new Ended.TimedOut(Duration.ofMinutes(15)) : ended);

        assertThat(renew(losing)).isInstanceOf(Outcome.Finished.class);

        placeHoldsALiveToken();
        assertThat(scene.tokens()).isEqualTo(5);
        assertThat(live()).isEqualTo(1);
    }
}
