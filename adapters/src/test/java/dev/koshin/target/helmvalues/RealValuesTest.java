package dev.koshin.target.helmvalues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.koshin.file.Fixtures;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values files of Exastro's chart. */
final class RealValuesTest {
    private static final String KEY = "global.gitlabDefinition.secret.GITLAB_ROOT_TOKEN";

    @TempDir
    private Path folder;

    @Test
    void exactly_one_value_of_a_real_file_changes() throws IOException {
        List<Path> files = Fixtures.named("exastro.*\\.yaml");
        assumeFalse(files.isEmpty(), "no files of real installations here; name their folder with KOSHIN_FIXTURES");
        for (Path file : files) {
            changes(Files.readString(file));
        }
    }

    private void changes(String text) {
        List<String> path = List.of(KEY.split("\\."));
        Object before = Tree.of(text);
        Object old = Tree.at(before, path);
        Delivered copy = Delivered.to(folder, text).at(KEY);
        assertThat(copy.target().preflight(80)).isInstanceOf(Effect.Done.class);
        copy.becomes(
                text.replace("GITLAB_ROOT_TOKEN: \"" + old + "\"", "GITLAB_ROOT_TOKEN: \"" + Delivered.NEW + "\""));
        assertThat(Tree.of(text.replace("\"" + old + "\"", "\"" + Delivered.NEW + "\"")))
                .isEqualTo(Tree.with(before, path, Delivered.NEW));
    }
}
