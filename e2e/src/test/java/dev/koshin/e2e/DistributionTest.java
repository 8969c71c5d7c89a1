package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is shipped is complete. */
final class DistributionTest {
    /** A library that is missing, or there in another version, shows only when a class of it is needed. */
    @Test
    void every_library_that_the_program_names_is_there() throws IOException {
        Path lib = Distribution.built().home().resolve("lib");
        try (JarFile program = new JarFile(lib.resolve("koshin.jar").toFile())) {
            String named = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(List.of(named.split(" ", -1)))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(library -> assertThat(lib.resolve(library)).exists());
        }
    }
}
