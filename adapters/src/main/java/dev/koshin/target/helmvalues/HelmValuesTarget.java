package dev.koshin.target.helmvalues;

import dev.koshin.file.FileCells;
import dev.koshin.file.ReplaceableFile;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;

/** The scalar at one path. */
final class HelmValuesTarget implements Target {
    private final HelmValuesOptions options;
    private final ReplaceableFile file;

    HelmValuesTarget(HelmValuesOptions options) {
        this.options = options;
        this.file = new ReplaceableFile(options.path());
    }

    @Override
    public TargetName name() {
        return name(options, options.key());
    }

    static TargetName name(HelmValuesOptions options, String key) {
        return new TargetName(options.path() + "[" + key + "]");
    }

    @Override
    public Place place() {
        return new HelmValuesPlace(options);
    }

    @Override
    public Place.Cell cell() {
        return FileCells.of(Node.joined(options.keys()));
    }

    @Override
    public Effect<Held> read() {
        return file.read().flatMap(this::setting).map(Setting::held);
    }

    @Override
    public Effect<Held> preflight(int room) {
        return file.preflight().flatMap(this::setting).flatMap(this::harmless).map(Setting::held);
    }

    private Effect<Setting> setting(String text) {
        return Setting.in(text, options);
    }

    /** The token would arrive with an upgrade, and that upgrade would wipe the data. */
    private Effect<Setting> harmless(Setting setting) {
        return setting.values()
                .reinstalling()
                .<Effect<Setting>>map(line -> new Effect.Refused<>(
                        Problem.of(Reason.TARGET_WIPES_DATA, options.path().toString(), "line " + line)))
                .orElseGet(() -> new Effect.Done<>(setting));
    }

    @Override
    public Effect<Receipt> deliver(Held expected, Secret fresh) {
        return file.replace(text -> setting(text).flatMap(this::harmless).flatMap(old -> old.replaced(expected, fresh)))
                .map(_ -> new Receipt(name(), cell()));
    }

    @Override
    public String toString() {
        return name().value();
    }
}
