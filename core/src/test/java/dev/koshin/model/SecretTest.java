package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    private static final Secret SECRET = Secret.of("glpat-not-to-be-seen");

    @Test
    void never_prints_itself() {
        assertThat(SECRET).hasToString("Secret[****]");
        assertThat("" + SECRET).isEqualTo("Secret[****]");
    }

    @Test
    void hands_its_value_to_those_who_ask_for_it_by_name() {
        assertThat(SECRET.<String>reveal(Function.identity())).isEqualTo("glpat-not-to-be-seen");
        assertThat(SECRET.length()).isEqualTo(20);
    }

    @Test
    void equals_the_same_value_only() {
        assertThat(SECRET)
                .isEqualTo(Secret.of("glpat-not-to-be-seen"))
                .hasSameHashCodeAs(Secret.of("glpat-not-to-be-seen"))
                .isNotEqualTo(Secret.of("glpat-not-to-be-seem"))
                .isNotEqualTo(Secret.of("glpat-not-to-be-seen "))
                .isNotEqualTo("glpat-not-to-be-seen");
        assertThat(SECRET.hashCode()).isNotEqualTo(Secret.of("another").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void is_never_blank_and_a_refusal_does_not_tell_the_value(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(blank))
                .withMessage("a secret must not be blank");
    }

    /** The vector is the first example of FIPS 180-4 for SHA-256. */
    @Test
    void has_the_first_12_digits_of_its_sha_256_as_fingerprint() {
        assertThat(Secret.of("abc").fingerprint()).hasToString("ba7816bf8f01");
    }

    @Test
    void takes_the_fingerprint_of_the_utf_8_bytes() {
        assertThat(Secret.of("é").fingerprint()).hasToString("4a99557e4033");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba7816bf8f0", "ba7816bf8f012", "BA7816BF8F01", "glpat-abcdef"})
    void a_fingerprint_of_another_shape_is_refused_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fingerprint(text))
                .withMessage("not a fingerprint: 12 hexadecimal digits are expected");
    }

    @Test
    void fingerprints_are_sorted() {
        assertThat(new Fingerprint("00000000000a")).isLessThan(new Fingerprint("00000000000b"));
    }
}
