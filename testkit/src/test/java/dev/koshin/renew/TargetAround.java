package dev.koshin.renew;

import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;

/** A target whose calls a test changes one by one. */
public class TargetAround implements Target {
    private final Target target;

    public TargetAround(Target target) {
        this.target = target;
    }

    @Override
    public TargetName name() {
        return target.name();
    }

    @Override
    public Place place() {
        return target.place();
    }

    @Override
    public Place.Cell cell() {
        return target.cell();
    }

    @Override
    public Effect<Held> read() {
        return target.read();
    }

    @Override
    public Effect<Held> preflight(int room) {
        return target.preflight(room);
    }

    @Override
    public Effect<Receipt> deliver(Held expected, Secret fresh) {
        return target.deliver(expected, fresh);
    }
}
