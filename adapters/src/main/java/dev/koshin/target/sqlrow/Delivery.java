package dev.koshin.target.sqlrow;

import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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
    public Effect<Receipt> over(Connection connection) throws SQLException {
        TableStatements statements = target.table().statements();
        List<RowImage> found =
                look(connection, statements.lockedRow(target.guards().keySet()));
        Effect<RowImage> before = target.only(found).flatMap(this::asExpected);
        if (!(before instanceof Effect.Done<RowImage>(RowImage old))) {
            return before.flatMap(_ -> target.refused(Reason.TARGET_CHANGED));
        }
        return switch (replace(connection, old)) {
            case 0 -> target.refused(Reason.TARGET_CHANGED);
            case 1 ->
                compare(old, look(connection, statements.row(target.guards().keySet())));
            default -> target.refused(Reason.TARGET_ROW_NOT_UNIQUE);
        };
    }

    private List<RowImage> look(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return target.table().images(select, target.parameters());
        }
    }

    private Effect<RowImage> asExpected(RowImage old) {
        return old.held(target.valueColumn()).equals(expected)
                ? target.fits(old, fresh.length())
                : target.refused(Reason.TARGET_CHANGED);
    }

    private int replace(Connection connection, RowImage old) throws SQLException {
        String sql = target.table().statements().replace(target.guards().keySet());
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, fresh.reveal(value -> value));
            int position = 2;
            for (String parameter : target.parameters()) {
                update.setString(position++, parameter);
            }
            Optional<String> content = old.content(target.valueColumn());
            if (content.isPresent()) {
                update.setString(position, content.get());
            } else {
                update.setNull(position, Types.VARCHAR);
            }
            return update.executeUpdate();
        }
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
