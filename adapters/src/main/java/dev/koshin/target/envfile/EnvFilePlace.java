package dev.koshin.target.envfile;

import dev.koshin.file.FileCells;
import dev.koshin.file.ReplaceableFile;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
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
record EnvFilePlace(EnvFileOptions options) implements Place {
    @Override
    public String name() {
        return options.path().toString();
    }

    @Override
    public Effect<View> look() {
        return new ReplaceableFile(options.path()).read().flatMap(this::view);
    }

    private Effect<View> view(String text) {
        return Assignment.in(text, options) instanceof Effect.Refused<Assignment>(Problem problem)
                        && problem.reason() != Reason.TARGET_ROW_MISSING
                ? new Effect.Refused<>(problem)
                : new Effect.Done<>(view(EnvText.of(text)));
    }

    private View view(EnvText file) {
        Map<TargetName, Held> held = new HashMap<>();
        for (EnvStatement statement : file.statements()) {
            TargetName target = EnvFileTarget.name(options, statement.name());
            held.remove(target);
            if (statement.flaw().isEmpty()) {
                held.put(target, Assignment.held(statement));
            }
        }
        return new View(Map.copyOf(held), cells(file));
    }

    private static SortedMap<Cell, String> cells(EnvText file) {
        FileCells cells = new FileCells();
        file.statements().forEach(one -> cells.add(one.name(), one.value()));
        return cells.with(file.rest());
    }

    @Override
    public String toString() {
        return name();
    }
}
