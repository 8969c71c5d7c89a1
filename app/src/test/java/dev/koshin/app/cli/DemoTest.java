package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DemoTest {
    @Test
    void the_demo_renews_five_organizations_and_loses_nothing() {
        String text = Ran.of("demo", "--lang", "en").exits(Exit.OK).out();
        assertThat(text)
                .contains("Koshin demo: five organizations", "\nBefore\n", "\nAfter\n")
                .contains("5 renewed, 0 waiting for the end of their grace, 0 failed, 0 parked.")
                .containsPattern("called GitLab \\d+ times meanwhile; 0 calls were refused\\.")
                .containsPattern("Done in \\S+ s\\. 5 renewed, 0 lost\\.");
    }

    @Test
    void the_demo_is_one_json_object_with_these_keys() {
        JsonNode json = Ran.of("demo", "-o", "json").exits(Exit.OK).json();
        assertThat(json.propertyNames())
                .containsExactly("renewed", "lost", "refusedCalls", "consumerCalls", "credentials", "skipped");
        assertThat(json.path("renewed").asInt()).isEqualTo(5);
        assertThat(json.path("refusedCalls").asInt()).isZero();
    }
}
