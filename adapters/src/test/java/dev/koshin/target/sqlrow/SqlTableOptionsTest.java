package dev.koshin.target.sqlrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SqlTableOptionsTest {
    @Test
    void an_unknown_kind_of_url_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> SqlDatabaseOptions.of("jdbc:oracle:thin:me/secret@db", "me", MariaDb.password()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("jdbc:mariadb:")
                .doesNotContain("secret");
    }

    @Test
    void times_and_connections_have_a_least() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new SqlDatabaseOptions(
                        "jdbc:sqlite:x", "", MariaDb.password(), second, Duration.ofMillis(999), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SqlDatabaseOptions("jdbc:sqlite:x", "", MariaDb.password(), second, second, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_location_is_host_and_port_or_the_file() {
        assertThat(Location.of("jdbc:mariadb://db:3306/ITA_DB?password=x")).isEqualTo("db:3306");
        assertThat(Location.of("jdbc:mysql://me:secret@db/ITA_DB")).isEqualTo("db");
        assertThat(Location.of("jdbc:postgresql://[::1]:5432/x?user=a")).isEqualTo("[::1]:5432");
        assertThat(Location.of("jdbc:mariadb:replication://one:1,two:2/x")).isEqualTo("one:1,two:2");
        assertThat(Location.of("jdbc:sqlite:/var/lib/koshin/ita.db?password=x")).isEqualTo("/var/lib/koshin/ita.db");
    }

    @Test
    void every_database_gets_its_quotes() {
        assertThat(Dialect.MARIADB.quote("A`B")).isEqualTo("`A``B`");
        assertThat(Dialect.POSTGRESQL.quote("A\"B")).isEqualTo("\"A\"\"B\"");
        assertThat(Dialect.SQLITE.quote("A")).isEqualTo("`A`");
        assertThat(Dialect.of("jdbc:mysql://db/x")).contains(Dialect.MARIADB);
    }

    @Test
    void options_print_no_parameter_of_the_url() {
        assertThat(SqlDatabaseOptions.of("jdbc:mariadb://db/ITA_DB?password=x", "me", MariaDb.password()))
                .hasToString("SqlDatabaseOptions[me at db]");
    }
}
