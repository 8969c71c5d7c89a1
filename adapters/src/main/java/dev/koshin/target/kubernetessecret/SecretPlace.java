package dev.koshin.target.kubernetessecret;

import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.util.HashMap;
import java.util.Map;

/** The whole Secret, read in one call. */
record SecretPlace(SecretCalls calls) implements Place {
    /** The same for a key in every run. */
    TargetName name(String key) {
        return new TargetName(calls.located(calls.label() + "[" + key + "]"));
    }

    @Override
    public String name() {
        return calls.located(calls.label());
    }

    @Override
    public Effect<View> look() {
        return calls.read().map(this::view);
    }

    private View view(SecretImage image) {
        Map<TargetName, Held> held = new HashMap<>();
        for (String key : image.keys()) {
            image.held(key).ifPresent(value -> held.put(name(key), value));
        }
        return new View(Map.copyOf(held), image.cells());
    }

    @Override
    public String toString() {
        return name();
    }
}
