package dev.koshin.app.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the targets of a credential. */
final class TargetDecoder {
    private final DatabaseDecoder databases;

    TargetDecoder(DatabaseDecoder databases) {
        this.databases = databases;
    }

    /** What is supplied exists only if there was no problem. */
    List<Supplier<TargetConfig>> all(Value list) {
        return list.items().stream()
                .map(item -> item.section("sql-row", Shape.SQL_ROW))
                .flatMap(Optional::stream)
                .map(this::row)
                .toList();
    }

    private Supplier<TargetConfig> row(Section section) {
        Supplier<DatabaseConfig> database = databases.target(section);
        Optional<String> table = section.at("table").flatMap(Value::text);
        Optional<Map.Entry<String, String>> key = section.at("key").flatMap(TargetDecoder::onlyColumn);
        Optional<String> column = section.at("column").flatMap(Value::text);
        SortedMap<String, String> where =
                section.at("where").map(TargetDecoder::columns).orElseGet(TreeMap::new);
        return () -> new TargetConfig.SqlRow(
                database.get(),
                table.orElseThrow(),
                key.orElseThrow().getKey(),
                key.orElseThrow().getValue(),
                column.orElseThrow(),
                where);
    }

    private static Optional<Map.Entry<String, String>> onlyColumn(Value value) {
        Map<String, Value> written = value.entries();
        if (value.isSection() && written.size() != 1) {
            return value.badValue("", "needs exactly one column and its value");
        }
        return columns(value).entrySet().stream().findFirst();
    }

    private static SortedMap<String, String> columns(Value value) {
        SortedMap<String, String> columns = new TreeMap<>();
        value.entries().forEach((column, written) -> written.text().ifPresent(text -> columns.put(column, text)));
        return columns;
    }
}
