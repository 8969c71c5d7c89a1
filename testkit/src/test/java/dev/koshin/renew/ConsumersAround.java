package dev.koshin.renew;

import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Consumers whose calls a test changes. */
record ConsumersAround(Supplier<Effect<List<String>>> applying, Supplier<Effect<SortedSet<Use>>> uses)
        implements Consumers {
    static Consumers running(Consumers consumers, Supplier<Effect<SortedSet<Use>>> uses) {
        return new ConsumersAround(consumers::apply, uses);
    }

    static Consumers applying(Consumers consumers, Supplier<Effect<List<String>>> applying) {
        return new ConsumersAround(applying, consumers::running);
    }

    @Override
    public Effect<List<String>> apply() {
        return applying.get();
    }

    @Override
    public Effect<SortedSet<Use>> running() {
        return uses.get();
    }
}
