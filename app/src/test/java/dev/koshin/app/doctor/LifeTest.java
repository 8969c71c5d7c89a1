package dev.koshin.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.view.Forecast;
import dev.koshin.app.view.Forecast.Breaks;
import dev.koshin.model.TokenId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LifeTest {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private static Life life(String name, long token, int days, boolean due) {
        return new Life(
                name, Optional.of(new TokenId(token)), Optional.of(NOW.plus(Duration.ofDays(days))), false, due);
    }

    private static Life endless(String name, long token) {
        return new Life(name, Optional.of(new TokenId(token)), Optional.empty(), false, false);
    }

    private static Forecast forecast(Life... lives) {
        return Life.forecast(List.of(lives), NOW, List.of());
    }

    @Test
    void the_first_to_end_is_told_and_what_has_ended_comes_before_it() {
        Life soon = life("b", 2, 3, true);
        assertThat(forecast(endless("a", 1), life("c", 3, 90, false), soon))
                .isEqualTo(new Forecast(
                        Optional.of(new Breaks("b", Optional.of(NOW.plus(Duration.ofDays(3))), Duration.ofDays(3))),
                        1,
                        3,
                        List.of()));
        assertThat(forecast(soon, Life.dead("d")))
                .isEqualTo(
                        new Forecast(Optional.of(new Breaks("d", Optional.empty(), Duration.ZERO)), 2, 2, List.of()));
    }

    @Test
    void a_token_that_two_hold_is_counted_once_under_the_first_name() {
        Forecast forecast = forecast(life("exastro/root", 1, 14, true), life(Life.ADMIN, 1, 14, true));
        assertThat(forecast.counted()).isEqualTo(1);
        assertThat(forecast.first().map(Breaks::credential)).contains("exastro/root");
    }

    @Test
    void nothing_breaks_where_nothing_ends() {
        assertThat(forecast(endless("a", 1)).first()).isEmpty();
    }
}
