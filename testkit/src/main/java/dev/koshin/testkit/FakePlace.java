package dev.koshin.testkit;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A place in memory, with a target for each thing that was put into it. Not thread-safe. */
public final class FakePlace implements Place {
    private final Map<TargetName, Held> held = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Overwrites what {@code target} holds, as somebody else would. */
    public Target put(TargetName target, Held value) {
        held.put(target, value);
        return new FakeTarget(target);
    }

    /** What each target holds now. */
    public Map<TargetName, Held> held() {
        return Map.copyOf(held);
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Effect<View> look() {
        TreeMap<Cell, String> cells = new TreeMap<>();
        held.forEach((target, value) -> cells.put(new Cell(target.value(), "value"), digest(value)));
        return new Effect.Done<>(new View(held(), cells));
    }

    private static String digest(Held value) {
        return value.fingerprint().map(Record::toString).orElse("empty");
    }

    private final class FakeTarget implements Target {
        private final TargetName name;

        FakeTarget(TargetName name) {
            this.name = name;
        }

        @Override
        public TargetName name() {
            return name;
        }

        @Override
        public Place place() {
            return FakePlace.this;
        }

        @Override
        public Cell cell() {
            return new Cell(name.value(), "value");
        }

        @Override
        public Effect<Held> read() {
            return Optional.ofNullable(held.get(name))
                    .<Effect<Held>>map(Effect.Done::new)
                    .orElseGet(() -> new Effect.Refused<>(Problem.of(Reason.TARGET_ROW_MISSING, name.value())));
        }

        @Override
        public Effect<Held> preflight(int room) {
            return read();
        }

        @Override
        public Effect<Receipt> deliver(Held expected, Secret fresh) {
            if (!expected.equals(held.get(name))) {
                return new Effect.Refused<>(Problem.of(Reason.TARGET_CHANGED, name.value()));
            }
            held.put(name, new Held.Value(fresh));
            return new Effect.Done<>(new Receipt(name, cell()));
        }
    }
}
