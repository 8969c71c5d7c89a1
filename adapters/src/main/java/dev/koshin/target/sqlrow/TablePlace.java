package dev.koshin.target.sqlrow;

import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import java.util.List;
import java.util.Map;

/** The whole table, read in one query. */
final class TablePlace implements Place {
    private final SqlTable table;

    TablePlace(SqlTable table) {
        this.table = table;
    }

    @Override
    public String name() {
        return table.database().locate(table.options().fullName());
    }

    @Override
    public Effect<View> look() {
        return table.images().map(this::view);
    }

    private View view(List<RowImage> rows) {
        ViewOfRows view = new ViewOfRows(
                rows.isEmpty() ? List.of() : rows.getFirst().shape().columns());
        for (RowImage row : rows) {
            String key = row.content(table.options().keyColumn()).orElse("");
            view.add(key, row.contents());
            if (!key.isEmpty()) {
                hold(view, table.name(key), row);
            }
        }
        return view.finish();
    }

    private void hold(ViewOfRows view, TargetName name, RowImage row) {
        Held held = row.held(table.options().valueColumn());
        boolean guarded = table.options().guards().entrySet().stream().allMatch(guard -> holds(row, guard));
        view.hold(name, held, guarded);
    }

    private static boolean holds(RowImage row, Map.Entry<String, String> guard) {
        return row.content(guard.getKey()).filter(guard.getValue()::equals).isPresent();
    }

    @Override
    public String toString() {
        return name();
    }
}
