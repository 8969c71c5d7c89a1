package dev.koshin.apply.compose;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Impact;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The services that read the value when they start.
 *
 * <p>One that stands still for minutes is a use of the old value until it is recreated: the container of Exastro's own
 * GitLab keeps the token in its start script, and once that token is dead it never starts again.
 */
final class ComposeConsumers implements Consumers {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ComposeOptions options;
    private final Engines engines;
    private final Recreating recreating;
    private final InstantSource clock;

    ComposeConsumers(ComposeOptions options, Engines engines, Recreating recreating, InstantSource clock) {
        this.options = options;
        this.engines = engines;
        this.recreating = recreating;
        this.clock = clock;
    }

    @Override
    public Effect<List<String>> apply(Fingerprint fresh) {
        return options.setup()
                ? recreating.setUp().flatMap(_ -> each(options.everyone(), fresh))
                : each(options.services(), fresh);
    }

    private Effect<List<String>> each(List<String> services, Fingerprint fresh) {
        Effect<List<String>> names = new Effect.Done<>(List.of());
        for (String service : services) {
            names = names.flatMap(before -> recreating.toHold(service, fresh).map(name -> {
                List<String> more = new ArrayList<>(before);
                more.add(name);
                return more;
            }));
        }
        return names;
    }

    @Override
    public Effect<SortedSet<Use>> running(Fingerprint fresh) {
        Effect<SortedSet<Use>> uses = new Effect.Done<>(new TreeSet<>());
        for (String service : options.late()) {
            uses = uses.flatMap(before -> engines.of(service).map(containers -> {
                SortedSet<Use> more = new TreeSet<>(before);
                containers.stream()
                        .filter(one -> !one.holds(fresh))
                        .forEach(one -> more.add(new Use("container " + service + " " + one.shortId())));
                return more;
            }));
        }
        return uses;
    }

    @Override
    public Effect<List<String>> endUses(Fingerprint fresh, boolean atOnce) {
        boolean now = atOnce
                || options.window()
                        .map(window -> window.contains(clock.instant()))
                        .orElse(true);
        return now ? each(options.late(), fresh) : new Effect.Done<>(List.of());
    }

    /** The installer decides by itself whom it recreates; these it recreates in any case. */
    @Override
    public Impact impact() {
        String window = options.window().map(TimeWindow::toString).orElse("");
        return options.setup()
                ? new Impact(List.of("setup.sh install: " + String.join(", ", options.everyone())), List.of(), "")
                : new Impact(options.services(), options.late(), window);
    }

    @Override
    public Duration longest() {
        return options.limit()
                .multipliedBy(Math.max(1, options.everyone().size()) + (options.setup() ? 1L : 0L))
                .plus(MARGIN);
    }
}
