package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class AccountTest {
    private static final Account ROOT = Account.of(new UserId(1), "root");

    private static Token of(long user) {
        return new Token(
                new TokenId(7),
                new UserId(user),
                "name",
                new TreeSet<>(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Test
    void owns_the_tokens_of_its_id_and_no_other() {
        assertThat(ROOT.owns(of(1))).isTrue();
        assertThat(ROOT.owns(of(2))).isFalse();
        assertThat(Account.named("root").owns(of(1))).isFalse();
    }

    @Test
    void what_is_known_of_it_must_fit() {
        assertThat(ROOT.fits(ROOT)).isTrue();
        assertThat(ROOT.fits(Account.of(new UserId(2), "root"))).isFalse();
        assertThat(ROOT.fits(Account.of(new UserId(1), "admin"))).isFalse();
    }

    @Test
    void of_a_name_alone_any_id_fits_and_case_makes_no_difference() {
        assertThat(Account.named("Root").fits(ROOT)).isTrue();
        assertThat(Account.named("admin").fits(ROOT)).isFalse();
    }
}
