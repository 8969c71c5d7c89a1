package dev.koshin.target.sqlrow;

import dev.koshin.database.Query;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The value column of one row. */
final class SqlRowTarget implements Target {
    private final SqlTable table;
    private final String key;
    private final SortedMap<String, String> guards;

    SqlRowTarget(SqlTable table, String key, SortedMap<String, String> guards) {
        this.table = table;
        this.key = key;
        this.guards = guards;
    }

    @Override
    public TargetName name() {
        return table.name(key);
    }

    @Override
    public Place place() {
        return table.place();
    }

    @Override
    public Place.Cell cell() {
        return new Place.Cell(key, valueColumn());
    }

    @Override
    public Effect<Held> read() {
        return one(table.statements().valueOf(guards.keySet(), parameters())).map(this::held);
    }

    @Override
    public Effect<Held> preflight(int room) {
        return table.proveWritable()
                .flatMap(_ -> one(table.statements().row(guards.keySet(), parameters())))
                .flatMap(image -> fits(image, room))
                .map(this::held);
    }

    @Override
    public Effect<Receipt> deliver(Held expected, Secret fresh) {
        Delivery delivery = new Delivery(this, expected, fresh);
        return table.naming(table.database().transaction(table.options().fullName(), delivery), columns());
    }

    private Effect<RowImage> one(Query query) {
        return table.read(columns(), query).flatMap(this::only);
    }

    private Held held(RowImage image) {
        return image.held(valueColumn());
    }

    SqlTable table() {
        return table;
    }

    SortedMap<String, String> guards() {
        return guards;
    }

    /** The key, and the guards' values in the order of {@link #guards}. */
    List<String> parameters() {
        return Stream.concat(Stream.of(key), guards.values().stream()).toList();
    }

    private List<String> columns() {
        return Stream.concat(Stream.of(table.options().keyColumn(), valueColumn()), guards.keySet().stream())
                .toList();
    }

    String valueColumn() {
        return table.options().valueColumn();
    }

    /** The row itself, if there is exactly one. */
    Effect<RowImage> only(List<RowImage> rows) {
        return switch (rows.size()) {
            case 0 -> refused(Reason.TARGET_ROW_MISSING);
            case 1 -> withValueColumn(rows.getFirst());
            default -> refused(Reason.TARGET_ROW_NOT_UNIQUE);
        };
    }

    private Effect<RowImage> withValueColumn(RowImage image) {
        return image.shape().index(valueColumn()).isPresent()
                ? new Effect.Done<>(image)
                : new Effect.Refused<>(table.columnMissing(valueColumn()));
    }

    /** The image again, if {@code room} characters fit into its value column. */
    Effect<RowImage> fits(RowImage image, int room) {
        OptionalInt width =
                table.database().dialect().bindsWidth() ? image.shape().width(valueColumn()) : OptionalInt.empty();
        return width.isPresent() && width.getAsInt() < room
                ? refused(Reason.TARGET_TOO_NARROW, width.getAsInt() + " < " + room)
                : new Effect.Done<>(image);
    }

    /** A refusal that names this target first. */
    <T> Effect<T> refused(Reason reason, String... more) {
        return new Effect.Refused<>(new Problem(
                reason,
                Stream.concat(Stream.of(name().value()), Stream.of(more)).toList()));
    }

    @Override
    public String toString() {
        return name().value();
    }
}
