package dev.koshin.target.envfile;

import dev.koshin.file.FileCells;
import dev.koshin.file.ReplaceableFile;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;

/** The value of one key. */
final class EnvFileTarget implements Target {
    private final EnvFileOptions options;
    private final ReplaceableFile file;

    EnvFileTarget(EnvFileOptions options) {
        this.options = options;
        this.file = new ReplaceableFile(options.path());
    }

    @Override
    public TargetName name() {
        return name(options, options.key());
    }

    static TargetName name(EnvFileOptions options, String key) {
        return new TargetName(options.path() + "[" + key + "]");
    }

    @Override
    public Place place() {
        return new EnvFilePlace(options);
    }

    @Override
    public Place.Cell cell() {
        return FileCells.of(options.key());
    }

    @Override
    public Effect<Held> read() {
        return file.read().flatMap(this::held);
    }

    @Override
    public Effect<Held> preflight(int room) {
        return file.preflight().flatMap(this::held);
    }

    private Effect<Held> held(String text) {
        return Assignment.in(text, options).map(Assignment::held);
    }

    @Override
    public Effect<Receipt> deliver(Held expected, Secret fresh) {
        return file.replace(text ->
                        Assignment.in(text, options).flatMap(assignment -> assignment.replaced(expected, fresh)))
                .map(_ -> new Receipt(name(), cell()));
    }

    @Override
    public String toString() {
        return name().value();
    }
}
