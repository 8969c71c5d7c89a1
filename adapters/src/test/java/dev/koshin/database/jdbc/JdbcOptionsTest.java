package dev.koshin.database.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.database.Dialect;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class JdbcOptionsTest {
    private static Effect<Secret> password() {
        return new Effect.Done<>(Secret.of("never asked"));
    }

    @Test
    void an_unknown_kind_of_url_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> JdbcOptions.of("jdbc:oracle:thin:me/secret@db", "me", JdbcOptionsTest::password))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("jdbc:mariadb:")
                .doesNotContain("secret");
    }

    @Test
    void times_and_connections_have_a_least() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new JdbcOptions(
                        "jdbc:sqlite:x", "", JdbcOptionsTest::password, second, Duration.ofMillis(999), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JdbcOptions("jdbc:sqlite:x", "", JdbcOptionsTest::password, second, second, 0))
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
        assertThat(JdbcOptions.of("jdbc:mariadb://db/ITA_DB?password=x", "me", JdbcOptionsTest::password))
                .hasToString("JdbcOptions[me at db]");
    }
}
