package dev.koshin.app.doctor;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.wiring.Closing;
import dev.koshin.app.wiring.Roots;
import dev.koshin.app.wiring.Targets;
import dev.koshin.exastro.RootToken;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.Problem;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The places of the root token and those under {@code credentials:}, as a renewal checks them before it begins. */
final class PlaceChecks implements Subject {
    /** What a long token needs, in characters. */
    static final int ROOM = 80;

    private final Facts facts;

    PlaceChecks(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        Closing closing = new Closing();
        try {
            return Stream.concat(root(closing).stream(), others(closing))
                    .map(PlaceChecks::place)
                    .toList();
        } finally {
            closing.run();
        }
    }

    private List<Target> root(Closing closing) {
        return facts.root()
                .map(root -> switch (root.place()) {
                    case RootConfig.Compose compose -> List.of(RootToken.envFile(compose.directory()));
                    case RootConfig.Kubernetes kubernetes -> {
                        Cluster cluster = Roots.cluster(kubernetes);
                        closing.add(cluster::close);
                        yield Roots.targets(kubernetes, cluster);
                    }
                })
                .orElseGet(List::of);
    }

    private Stream<Target> others(Closing closing) {
        return facts.config().credentials().stream()
                .flatMap(credential -> credential.targets().stream())
                .map(target -> Targets.of(target, closing));
    }

    private static Check place(Target target) {
        return problem(target)
                .map(problem -> Check.failed(Keys.PLACE, problem))
                .orElseGet(() -> Check.ok(Keys.PLACE, target.name().value()));
    }

    /** What keeps a token from being delivered there. */
    static Optional<Problem> problem(Target target) {
        return target.preflight(ROOM).why();
    }
}
