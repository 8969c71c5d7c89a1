package dev.koshin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "exastro/organization/test-org-01", "組織", "x_.#@~/-", "root"})
    void a_credentials_name_may_be(String name) {
        assertThat(new CredentialName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a", "-a", "a b", "a\n", "a\tb", "a:b", "a%b"})
    void a_credentials_name_may_not_be(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialName(name))
                .withMessageContaining(name);
    }

    @Test
    void a_credentials_name_has_300_characters_at_most() {
        assertThat(new CredentialName("a".repeat(300)).value()).hasSize(300);
        assertThatIllegalArgumentException().isThrownBy(() -> new CredentialName("a".repeat(301)));
    }

    @Test
    void credentials_are_sorted_by_name() {
        assertThat(new CredentialName("a")).isLessThan(new CredentialName("b"));
        assertThat(new CredentialName("b")).isGreaterThan(new CredentialName("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcde",
                "0123456789abcdefg",
                "0123456789ABCDEF",
                "0123456789abcdei",
                "0123456789abcdel",
                "0123456789abcdeo",
                "0123456789abcdeu",
                "0123456789abcde-"
            })
    void a_renewal_id_may_not_be(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RenewalId(id));
    }

    @Test
    void a_random_renewal_id_uses_every_character_and_repeats_for_the_same_source() {
        Random random = new Random(1);
        String many = "";
        for (int i = 0; i < 100; i++) {
            many += RenewalId.random(random).value();
        }
        assertThat(many.chars().distinct().count()).isEqualTo(32);
        assertThat(RenewalId.random(new Random(2))).isEqualTo(RenewalId.random(new Random(2)));
        assertThat(RenewalId.random(new Random(2))).isNotEqualTo(RenewalId.random(new Random(3)));
    }

    @Test
    void a_renewal_id_marks_the_tokens_whose_name_contains_it() {
        RenewalId id = new RenewalId("0123456789abcdef");
        assertThat(id.marks("koshin exastro/root 0123456789abcdef")).isTrue();
        assertThat(id.marks("0123456789abcdef by hand")).isTrue();
        assertThat(id.marks("koshin exastro/root 0123456789abcdee")).isFalse();
        assertThat(id).hasToString("0123456789abcdef").isGreaterThan(new RenewalId("0123456789abcdee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void a_target_needs_a_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetName(name));
    }

    @Test
    void a_target_prints_as_its_name() {
        assertThat(new TargetName("ITA_DB.T[1]")).hasToString("ITA_DB.T[1]");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void gitlabs_ids_are_positive(long id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenId(id));
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(id));
    }

    @Test
    void token_ids_are_sorted_as_numbers() {
        assertThat(new TokenId(9)).isLessThan(new TokenId(10)).hasToString("9");
        assertThat(new UserId(1).value()).isEqualTo(1);
    }

    @Test
    void uses_are_sorted_and_print_as_their_id() {
        assertThat(new Use("e-1")).isLessThan(new Use("e-2")).hasToString("e-1");
    }
}
