package dev.koshin.target.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.koshin.file.Fixtures;
import dev.koshin.file.Shell;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Exastro's installer wrote. */
final class RealEnvTest {
    @TempDir
    private Path folder;

    @Test
    void exactly_one_value_of_a_real_file_changes() throws IOException {
        List<Path> files = Fixtures.named("\\.?env\\..*");
        assumeFalse(files.isEmpty(), "no files of real installations here; name their folder with KOSHIN_FIXTURES");
        for (Path file : files) {
            changes(file);
        }
    }

    private void changes(Path real) throws IOException {
        String text = Files.readString(real);
        List<String> names = EnvText.of(text).statements().stream()
                .map(EnvStatement::name)
                .distinct()
                .toList();
        Delivered copy = Delivered.to(folder, text);
        Map<String, String> values =
                new TreeMap<>(Shell.sourced(copy.path(), names).orElseThrow());
        String old = values.put(Delivered.KEY, Delivered.NEW);
        copy.becomes(text.replace(
                "\n" + Delivered.KEY + "=" + old + "\n", "\n" + Delivered.KEY + "=" + Delivered.NEW + "\n"));
        assertThat(Shell.sourced(copy.path(), names)).as(real.toString()).contains(values);
    }
}
