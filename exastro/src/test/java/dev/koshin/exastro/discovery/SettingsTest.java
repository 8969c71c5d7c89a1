package dev.koshin.exastro.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.file.env.EnvText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static Settings of(String text) {
        return Settings.of(EnvText.of(text));
    }

    @Test
    void commented_twins_count_for_nothing() {
        Settings settings = of("# GITLAB_HOST=gitlab\nGITLAB_HOST=172.16.0.1\n# GITLAB_PORT=40080\n");
        assertThat(settings.of(Settings.GITLAB_HOST, "")).isEqualTo("172.16.0.1");
        assertThat(settings.of(Settings.GITLAB_PORT, "40080")).isEqualTo("40080");
        assertThat(settings.twice()).isEmpty();
    }

    @Test
    void an_empty_value_is_what_compose_takes_for_it() {
        assertThat(of("GITLAB_PORT=\n").of(Settings.GITLAB_PORT, "40080")).isEqualTo("40080");
    }

    @Test
    void of_a_secret_only_its_name_is_kept() {
        Settings settings = of("GITLAB_ROOT_TOKEN=EgcsQQWuw7U5klxkW008\nITA_DB_PASSWORD=\n");
        assertThat(settings.secrets()).isEqualTo(Set.of("GITLAB_ROOT_TOKEN"));
        assertThat(settings.toString()).doesNotContain("EgcsQQWuw7U5klxkW008");
    }

    @Test
    void what_is_assigned_twice_is_told_with_its_lines() {
        Settings settings = of("GITLAB_ROOT_TOKEN=one\nLANGUAGE=ja\nGITLAB_ROOT_TOKEN=two\nLANGUAGE=en\n");
        assertThat(settings.twice()).containsOnlyKeys("GITLAB_ROOT_TOKEN").containsValue(List.of(1, 3));
    }

    @Test
    void a_carriage_return_is_told() {
        assertThat(of("GITLAB_HOST=gitlab\r\n").ambiguity())
                .hasValueSatisfying(why -> assertThat(why).contains("carriage return"));
    }

    @Test
    void a_reference_in_a_value_that_matters_is_told() {
        assertThat(of("GITLAB_HOST=${HOST}\n").ambiguity())
                .hasValueSatisfying(why -> assertThat(why).startsWith("line 1 "));
        assertThat(of("GITLAB_HOST=gitlab\n").ambiguity()).isEmpty();
    }

    @Test
    void profiles_are_words_between_commas() {
        assertThat(of("COMPOSE_PROFILES=base, gitlab\n").profile(Set.of("gitlab")))
                .isTrue();
        assertThat(of("COMPOSE_PROFILES=base,gitlabx\n").profile(Set.of("gitlab")))
                .isFalse();
        assertThat(of("").profile(Set.of("gitlab"))).isFalse();
    }
}
