package dev.koshin.renew;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Consumers whose calls a test changes. */
record ConsumersAround(
        Function<Fingerprint, Effect<List<String>>> applying,
        Supplier<Effect<SortedSet<Use>>> uses,
        BiFunction<Fingerprint, Boolean, Effect<List<String>>> ending)
        implements Consumers {
    static Consumers running(Consumers consumers, Supplier<Effect<SortedSet<Use>>> uses) {
        return new ConsumersAround(consumers::apply, uses, consumers::endUses);
    }

    static Consumers applying(Consumers consumers, Function<Fingerprint, Effect<List<String>>> applying) {
        return new ConsumersAround(applying, uses(consumers), consumers::endUses);
    }

    static Consumers ending(Consumers consumers, BiFunction<Fingerprint, Boolean, Effect<List<String>>> ending) {
        return new ConsumersAround(consumers::apply, uses(consumers), ending);
    }

    /** Which value is fresh makes no difference to the uses in these tests. */
    private static Supplier<Effect<SortedSet<Use>>> uses(Consumers consumers) {
        return () -> consumers.running(new Fingerprint("000000000000"));
    }

    @Override
    public Effect<List<String>> apply(Fingerprint fresh) {
        return applying.apply(fresh);
    }

    @Override
    public Effect<SortedSet<Use>> running(Fingerprint fresh) {
        return uses.get();
    }

    @Override
    public Effect<List<String>> endUses(Fingerprint fresh, boolean atOnce) {
        return ending.apply(fresh, atOnce);
    }
}
