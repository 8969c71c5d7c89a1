package dev.koshin.target.helmvalues;

import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Helm and the charts would make of a token that was delivered. */
final class HelmHazardsTest {
    private static final Held OLD = new Held.Value(Secret.of("old"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "\"false\"", "'true'", "1", "on", "TRUE", "*x", "maybe", ">-\n       false"})
    void refuses_a_file_whose_upgrade_would_wipe_the_data(String value) {
        Delivered file = Delivered.to(folder, "x: &x true\na:\n  b: old\n  c:\n  - reinstall: " + value + "\n");
        Problem problem = Problem.of(Reason.TARGET_WIPES_DATA, file.path().toString(), "line 5");
        assertThat(refused(file.target().preflight(80))).isEqualTo(problem);
        assertThat(refused(file.deliver(OLD))).isEqualTo(problem);
        assertThat(file.target().read()).isEqualTo(new Effect.Done<>(OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "~", "", "''", "0", "Off", "{}"})
    void a_file_that_does_not_ask_to_install_anew_is_harmless(String value) {
        Delivered file =
                Delivered.to(folder, "a: {b: old}\nreinstall: " + value + "\nx: 'reinstall: true' # reinstall: true\n");
        assertThat(file.target().preflight(80)).isEqualTo(new Effect.Done<>(OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "12e34", "0x1F", "true", "2026-01-02", "1_000"})
    void refuses_to_deliver_what_helm_would_write_in_quotes(String value) {
        Delivered file = Delivered.to(folder, "a: {b: 'old'}\n");
        assertThat(refused(file.target().deliver(OLD, Secret.of(value))))
                .isEqualTo(Problem.of(
                        Reason.TOKEN_UNFIT_FOR_TARGET, file.target().name().value(), "Helm would write it in quotes"));
        assertThat(file.target().read()).isEqualTo(new Effect.Done<>(OLD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a: b", "a#b", "a'b", "{a}", "a\nb", "é", "a/b"})
    void refuses_to_deliver_characters_that_mean_something_to_a_reader(String value) {
        Delivered file = Delivered.to(folder, "a: {b: 'old'}\n");
        assertThat(refused(file.target().deliver(OLD, Secret.of(value))).reason())
                .isEqualTo(Reason.TOKEN_CHARACTERS_UNFIT);
    }
}
