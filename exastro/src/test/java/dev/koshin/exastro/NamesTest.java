package dev.koshin.exastro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void an_ordinary_id_stays_as_it_is() {
        assertThat(Names.of("test-org_01.x@y")).hasToString("exastro/organization/test-org_01.x@y");
        assertThat(Names.of("組織01")).hasToString("exastro/organization/組織01");
    }

    @Test
    void other_characters_are_encoded_byte_by_byte() {
        assertThat(Names.of("a b/c#d~e")).hasToString("exastro/organization/a~20b~2Fc~23d~7Ee");
        assertThat(Names.of("→")).hasToString("exastro/organization/~E2~86~92");
    }

    @Test
    void the_longest_id_of_ita_fits_and_longer_names_stay_different() {
        assertThat(Names.of("x".repeat(255), "4897f2a4")).asString().endsWith("x#4897f2a4");
        String spaces = " ".repeat(254);
        assertThat(Names.of(spaces + "a")).isNotEqualTo(Names.of(spaces + "b"));
    }

    @Test
    void a_key_follows_the_id() {
        assertThat(Names.of("org", Names.shortened("4897f2a4-6167"))).hasToString("exastro/organization/org#4897f2a4");
        assertThat(Names.shortened("k1")).isEqualTo("k1");
    }
}
