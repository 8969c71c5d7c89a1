package dev.koshin.exastro;

import dev.koshin.spi.Held;
import dev.koshin.target.sqlrow.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of ITA's table, as far as it matters here. Columns are chosen by name: migrations have added others. */
record OrganizationRow(String key, String id, String user, Held held, boolean live) {
    static final String KEY = "PRIMARY_KEY";
    static final String TOKEN = "GITLAB_TOKEN";
    static final String ID = "ORGANIZATION_ID";
    static final String USER = "GITLAB_USER";
    static final String DISUSE = "DISUSE_FLAG";
    static final String IN_USE = "0";
    static final List<String> COLUMNS = List.of(ID, USER, DISUSE);

    static OrganizationRow of(Row row) {
        boolean live = row.column(DISUSE).filter(IN_USE::equals).isPresent();
        return new OrganizationRow(
                row.key(), row.column(ID).orElse(""), row.column(USER).orElse(""), row.held(), live);
    }

    /** Why the row is no credential; empty if it is one. */
    Optional<Skipped> skipped() {
        if (!live) {
            return Optional.of(new Skipped(id, key, Skipped.Why.DELETED));
        }
        if (user.isBlank() || held.equals(new Held.Nothing())) {
            return Optional.of(new Skipped(id, key, Skipped.Why.NO_GITLAB));
        }
        return id.isBlank() ? Optional.of(new Skipped(id, key, Skipped.Why.NO_ORGANIZATION)) : Optional.empty();
    }

    /** What must still hold in the row when it is written. */
    Map<String, String> guards() {
        return Map.of(ID, id, USER, user);
    }

    /** Rows with an equal token live and die together. */
    Shared shared() {
        return new Shared(user, held);
    }

    /** A token and its user. */
    record Shared(String user, Held held) {}
}
