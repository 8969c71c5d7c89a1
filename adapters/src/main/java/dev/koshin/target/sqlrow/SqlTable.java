package dev.koshin.target.sqlrow;

import dev.koshin.database.Answer;
import dev.koshin.database.Query;
import dev.koshin.database.SqlDatabase;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A table whose rows are targets. May be used by many threads. */
public final class SqlTable implements AutoCloseable {
    private final SqlTableOptions options;
    private final SqlDatabase database;
    private final TableStatements statements;
    private final Place place;
    private volatile boolean writable;

    SqlTable(SqlTableOptions options, SqlDatabase database) {
        this.options = options;
        this.database = database;
        this.statements = new TableStatements(database.dialect(), options);
        this.place = new TablePlace(this);
    }

    SqlTableOptions options() {
        return options;
    }

    TableStatements statements() {
        return statements;
    }

    /** The sessions that the table uses, for further questions to the same database. */
    public SqlDatabase database() {
        return database;
    }

    /** The whole table. */
    public Place place() {
        return place;
    }

    /**
     * One row.
     *
     * @param guards column and value that must hold in this row, besides the table's own guards
     */
    public Target row(String key, Map<String, String> guards) {
        SortedMap<String, String> all = new TreeMap<>(options.guards());
        all.putAll(guards);
        return new SqlRowTarget(this, key, all);
    }

    /**
     * All rows in one query, those too in which no guard holds; a row without a key cannot be a target and is left out.
     *
     * @param columns what is wanted besides key and value; the table may have more
     */
    public Effect<List<Row>> rows(List<String> columns) {
        return read(Stream.concat(needed(), columns.stream()).toList(), statements.some(columns))
                .map(images -> images.stream()
                        .flatMap(image -> row(image, columns).stream())
                        .toList());
    }

    private Optional<Row> row(RowImage image, List<String> columns) {
        SortedMap<String, String> named = new TreeMap<>();
        columns.forEach(column -> image.content(column).ifPresent(text -> named.put(column, text)));
        return image.content(options.keyColumn()).map(key -> new Row(key, image.held(options.valueColumn()), named));
    }

    /** The same for a key in every run. */
    TargetName name(String key) {
        return new TargetName(options.fullName() + "[" + key + "]");
    }

    /** Every column of every row. */
    Effect<List<RowImage>> images() {
        return read(needed().toList(), statements.all())
                .flatMap(images -> images.isEmpty() ? new Effect.Done<>(images) : complete(images));
    }

    private Effect<List<RowImage>> complete(List<RowImage> images) {
        return images.getFirst().shape().missing(needed().toList()).stream()
                .findFirst()
                .<Effect<List<RowImage>>>map(column -> new Effect.Refused<>(columnMissing(column)))
                .orElseGet(() -> new Effect.Done<>(images));
    }

    /** Asks once in the life of this table whether the value column may be written; a refusal is not remembered. */
    Effect<Boolean> proveWritable() {
        if (writable) {
            return new Effect.Done<>(true);
        }
        Effect<Boolean> proof =
                database.read(options.fullName(), session -> session.update(statements.prove(), List.of()) == 0);
        writable = proof instanceof Effect.Done<Boolean>;
        return naming(proof, List.of(options.valueColumn()));
    }

    /** Runs a SELECT; {@code columns} are those it names, to say which one is missing. */
    Effect<List<RowImage>> read(Collection<String> columns, Query query) {
        return naming(database.read(options.fullName(), session -> images(session.select(query))), columns);
    }

    /** The rows of {@code answer}. */
    static List<RowImage> images(Answer answer) {
        TableShape shape = new TableShape(answer.columns());
        return answer.rows().stream().map(row -> new RowImage(shape, row)).toList();
    }

    /** Puts the missing column's name, which no driver tells in a way one could rely on, into the problem. */
    <T> Effect<T> naming(Effect<T> ending, Collection<String> columns) {
        if (!(ending instanceof Effect.Refused<T>(Problem problem))
                || problem.reason() != Reason.TARGET_COLUMN_MISSING) {
            return ending;
        }
        return shape().flatMap(shape -> shape.missing(columns).stream()
                .findFirst()
                .<Effect<T>>map(column -> new Effect.Refused<>(columnMissing(column)))
                .orElse(ending));
    }

    private Effect<TableShape> shape() {
        return database.read(
                options.fullName(),
                session -> new TableShape(session.select(statements.none()).columns()));
    }

    Problem columnMissing(String column) {
        return Problem.of(Reason.TARGET_COLUMN_MISSING, database.locate(options.fullName()), column);
    }

    private Stream<String> needed() {
        return Stream.of(options.keyColumn(), options.valueColumn());
    }

    @Override
    public void close() {
        database.close();
    }
}
