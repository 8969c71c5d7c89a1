package dev.koshin.target.sqlrow;

import dev.koshin.database.Query;
import dev.koshin.database.Session;
import dev.koshin.database.SqlWork;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target.Receipt;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens between BEGIN and COMMIT of one delivery: look, compare, replace, look again, compare. The comparisons
 * are made here and not in SQL, because a column's collation may find {@code a} equal to {@code A}.
 */
final class Delivery implements SqlWork<Effect<Receipt>> {
    private final SqlRowTarget target;
    private final Held expected;
    private final Secret fresh;

    Delivery(SqlRowTarget target, Held expected, Secret fresh) {
        this.target = target;
        this.expected = expected;
        this.fresh = fresh;
    }

    @Override
    public Effect<Receipt> over(Session session) throws SQLException {
        TableStatements statements = target.table().statements();
        List<RowImage> found =
                look(session, statements.lockedRow(target.guards().keySet(), target.parameters()));
        Effect<RowImage> before = target.only(found).flatMap(this::asExpected);
        if (!(before instanceof Effect.Done<RowImage>(RowImage old))) {
            return before.flatMap(_ -> target.refused(Reason.TARGET_CHANGED));
        }
        return switch (replace(session, old)) {
            case 0 -> target.refused(Reason.TARGET_CHANGED);
            case 1 -> compare(old, look(session, statements.row(target.guards().keySet(), target.parameters())));
            default -> target.refused(Reason.TARGET_ROW_NOT_UNIQUE);
        };
    }

    private static List<RowImage> look(Session session, Query query) throws SQLException {
        return SqlTable.images(session.select(query));
    }

    private Effect<RowImage> asExpected(RowImage old) {
        return old.held(target.valueColumn()).equals(expected)
                ? target.fits(old, fresh.length())
                : target.refused(Reason.TARGET_CHANGED);
    }

    /** A row that holds the new value already counts as replaced; not every database would count it. */
    private int replace(Session session, RowImage old) throws SQLException {
        List<Optional<String>> parameters = new ArrayList<>();
        parameters.add(Optional.of(fresh.reveal(value -> value)));
        target.parameters().forEach(parameter -> parameters.add(Optional.of(parameter)));
        parameters.add(old.content(target.valueColumn()));
        int changed = session.update(
                target.table().statements().replace(target.guards().keySet()), parameters);
        return changed == 0 && old.held(target.valueColumn()).is(fresh) ? 1 : changed;
    }

    private Effect<Receipt> compare(RowImage old, List<RowImage> found) {
        String column = target.valueColumn();
        if (found.size() != 1) {
            return target.refused(
                    Reason.TARGET_MORE_CHANGED,
                    String.join(", ", target.guards().keySet()));
        }
        RowImage now = found.getFirst();
        List<String> others = now.changedSince(old).stream()
                .filter(changed -> !changed.equalsIgnoreCase(column))
                .toList();
        if (!others.isEmpty()) {
            return target.refused(Reason.TARGET_MORE_CHANGED, String.join(", ", others));
        }
        return now.held(column).is(fresh)
                ? new Effect.Done<>(new Receipt(target.name(), target.cell()))
                : target.refused(Reason.TARGET_MORE_CHANGED, column);
    }
}
