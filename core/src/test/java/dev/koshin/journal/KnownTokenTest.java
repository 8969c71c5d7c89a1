package dev.koshin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An id alone does not tell a token after GitLab was restored from a backup. */
final class KnownTokenTest {
    private static final Instant SHOWN = Instant.parse("2026-10-01T00:00:00Z");
    private static final KnownToken KNOWN =
            new KnownToken(new Fingerprint("000000000007"), new TokenId(7), new UserId(3), SHOWN);

    private static Token listed(long id, long user, Instant created) {
        return new Token(
                new TokenId(id),
                new UserId(user),
                "ITA",
                new TreeSet<>(List.of("api")),
                created,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    void a_token_of_this_id_and_user_that_was_there_before_is_the_same() {
        assertThat(KNOWN.is(listed(7, 3, SHOWN.minusSeconds(60)))).isTrue();
        assertThat(KNOWN.is(listed(7, 3, SHOWN.plus(KnownToken.SKEW))))
                .as("as far as clocks may differ")
                .isTrue();
    }

    @Test
    void another_id_another_user_or_a_later_birth_is_another_token() {
        assertThat(KNOWN.is(listed(8, 3, SHOWN))).isFalse();
        assertThat(KNOWN.is(listed(7, 4, SHOWN))).isFalse();
        assertThat(KNOWN.is(listed(7, 3, SHOWN.plus(KnownToken.SKEW).plus(Duration.ofSeconds(1)))))
                .isFalse();
    }
}
