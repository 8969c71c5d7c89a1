package dev.koshin.target.helmvalues;

import dev.koshin.file.FileCells;
import dev.koshin.file.ReplaceableFile;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The whole file. It is looked at for the sake of one key: where that one cannot be read, the look says why, instead of
 * leaving it out as if it were not there.
 */
record HelmValuesPlace(HelmValuesOptions options) implements Place {
    @Override
    public String name() {
        return options.path().toString();
    }

    @Override
    public Effect<View> look() {
        return new ReplaceableFile(options.path()).read().flatMap(this::view);
    }

    private Effect<View> view(String text) {
        Effect<Setting> own = Setting.in(text, options);
        if (own instanceof Effect.Refused<Setting>(Problem problem) && problem.reason() != Reason.TARGET_ROW_MISSING) {
            return new Effect.Refused<>(problem);
        }
        try {
            return new Effect.Done<>(new View(held(own), cells(ValuesText.of(text))));
        } catch (ValuesText.Unparsable e) {
            throw new IllegalStateException("what was parsed a moment ago", e);
        }
    }

    private Map<TargetName, Held> held(Effect<Setting> own) {
        Map<TargetName, Held> held = new HashMap<>();
        if (own instanceof Effect.Done<Setting>(Setting setting)) {
            held.put(HelmValuesTarget.name(options, options.key()), setting.held());
        }
        return held;
    }

    private static SortedMap<Cell, String> cells(ValuesText values) {
        FileCells cells = new FileCells();
        values.scalars()
                .forEach(node -> cells.add(node.toString(), values.cell(node).text()));
        return cells.with(values.rest());
    }

    @Override
    public String toString() {
        return name();
    }
}
