package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads policies. */
final class PolicyDecoder {
    private static final String LONGEST = "3650d";

    private PolicyDecoder() {}

    /** {@code base} with what {@code value} overrides; {@code base} itself if something is wrong there. */
    static Policy read(Optional<Value> value, Policy base) {
        return value.flatMap(written -> written.section(Shape.POLICY))
                .flatMap(section -> read(section, base))
                .orElse(base);
    }

    private static Optional<Policy> read(Section section, Policy base) {
        Optional<Value> lifetime = section.at("lifetime");
        Optional<Value> spread = section.at("spread");
        int lifetimeDays = lifetime.flatMap(value -> days(value, "1d")).orElse(base.lifetimeDays());
        int spreadDays = spread.flatMap(value -> days(value, "0d")).orElse(base.spreadDays());
        Duration renewBefore = duration(section.at("renewBefore")).orElse(base.renewBefore());
        Duration grace = duration(section.at("grace")).orElse(base.grace());
        if (spreadDays >= lifetimeDays) {
            // one of both was written here, as the base is sound
            return Stream.of(spread, lifetime)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .flatMap(value -> value.badValue("", "spread must be shorter than lifetime"));
        }
        return Optional.of(new Policy(lifetimeDays, renewBefore, grace, spreadDays));
    }

    private static Optional<Duration> duration(Optional<Value> value) {
        return value.flatMap(written -> written.duration("0d", LONGEST));
    }

    private static Optional<Integer> days(Value value, String least) {
        return value.duration(least, LONGEST)
                .flatMap(duration -> duration.equals(Duration.ofDays(duration.toDays()))
                        ? Optional.of((int) duration.toDays())
                        : value.badValue("", "must be whole days"));
    }
}
