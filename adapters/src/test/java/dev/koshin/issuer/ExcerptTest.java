package dev.koshin.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExcerptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7Kcu7r1J5fROebLZe6So",
                "glpat-secret-random-token",
                "glpat-abcdefghij0123456789",
                "gldt-abcdefghij0123456789",
                "glpat-WyRCjGo8QX2zYJjUQ1d8s2NvDjEKdTox.0w0123abc",
                "glpat-WyRCjGo8QX2zYJjUQ1d8s2NvDjEKdTox.01.0w0123abc",
                "acme_0123456789abcdefghij"
            })
    void what_looks_like_a_token_is_masked(String token) {
        assertThat(Excerpt.of("bad value '" + token + "' given")).isEqualTo("bad value '****' given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "422 Expiration date must be before 2027-06-25",
                "404 Personal Access Token Not Found",
                "scopes: api read_repository read_virtual_registry",
                "gitlab.internal.example.com: no such host",
                "koshin exastro/root 0123456789abcdef"
            })
    void words_stay(String words) {
        assertThat(Excerpt.of(words)).isEqualTo(words);
    }

    @Test
    void a_long_text_is_cut_after_masking_and_has_one_line() {
        String text = "a b\r\n\tc ".repeat(24) + "glpat-0123456789abcdefghij".repeat(9);

        assertThat(Excerpt.of(text))
                .hasSizeLessThanOrEqualTo(200)
                .startsWith("a b c a b c")
                .doesNotContain("0123");
    }
}
