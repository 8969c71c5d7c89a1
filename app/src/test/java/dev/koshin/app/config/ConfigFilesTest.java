package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.secret.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFilesTest {
    @TempDir
    private Path folder;

    private Path here;
    private Path home;
    private Path system;

    @BeforeEach
    void usualPlaces() throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        home = Files.createDirectory(folder.resolve("home"));
        system = Files.createDirectory(folder.resolve("system"));
        Files.createFile(here.resolve("koshin.yaml"));
        Files.createFile(Files.createDirectories(home.resolve(".config/koshin")).resolve("koshin.yaml"));
        Files.createFile(system.resolve("koshin.yaml"));
    }

    private ConfigFiles.Search find(Optional<Path> given, Map<String, String> environment) {
        return ConfigFiles.find(given, environment, here, new Home(home), system);
    }

    private static ConfigFiles.Search found(Path file) {
        return new ConfigFiles.Search.Found(file);
    }

    @Test
    void theOptionComesFirstWhetherItsFileExistsOrNot() {
        Map<String, String> environment = Map.of("KOSHIN_CONFIG", "/other.yaml");
        assertThat(find(Optional.of(Path.of("/given.yaml")), environment)).isEqualTo(found(Path.of("/given.yaml")));
        assertThat(find(Optional.of(Path.of("given.yaml")), environment)).isEqualTo(found(here.resolve("given.yaml")));
    }

    @Test
    void theVariableComesSecond() {
        assertThat(find(Optional.empty(), Map.of("KOSHIN_CONFIG", "/other.yaml")))
                .isEqualTo(found(Path.of("/other.yaml")));
        assertThat(find(Optional.empty(), Map.of("KOSHIN_CONFIG", "~/other.yaml")))
                .isEqualTo(found(home.resolve("other.yaml")));
    }

    @Test
    void thenTheFirstOfTheUsualPlaces() throws IOException {
        assertThat(find(Optional.empty(), Map.of("KOSHIN_CONFIG", ""))).isEqualTo(found(here.resolve("koshin.yaml")));
        Files.delete(here.resolve("koshin.yaml"));
        assertThat(find(Optional.empty(), Map.of())).isEqualTo(found(home.resolve(".config/koshin/koshin.yaml")));
        Files.delete(home.resolve(".config/koshin/koshin.yaml"));
        assertThat(find(Optional.empty(), Map.of())).isEqualTo(found(system.resolve("koshin.yaml")));
    }

    @Test
    void namesAllPlacesIfThereIsNone() throws IOException {
        Files.delete(here.resolve("koshin.yaml"));
        Files.delete(home.resolve(".config/koshin/koshin.yaml"));
        Files.delete(system.resolve("koshin.yaml"));
        String places = here.resolve("koshin.yaml") + ", " + home.resolve(".config/koshin/koshin.yaml") + ", "
                + system.resolve("koshin.yaml");
        assertThat(find(Optional.empty(), Map.of()))
                .isEqualTo(new ConfigFiles.Search.Nowhere(new ConfigProblem(
                        Problem.of(Reason.CONFIG_MISSING, places), here.resolve("koshin.yaml"), 0, 0)));
    }

    @Test
    void theDoorLooksInTheWorkingDirectoryFirst() {
        assertThat(ConfigFiles.find(Optional.empty(), Map.of(), here, home))
                .isEqualTo(found(here.resolve("koshin.yaml")));
    }
}
