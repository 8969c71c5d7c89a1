package dev.koshin.exastro.discovery;

import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of compose projects. */
final class Folders {
    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final List<String> NAMES =
            List.of("docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml");

    private Folders() {}

    /** Whether the project in {@code folder} is Exastro's, as far as its compose file can be read. */
    static boolean isExastro(Path folder, String service) {
        return NAMES.stream()
                .map(folder::resolve)
                .anyMatch(file ->
                        TextFile.read(file, LARGEST_BYTES) instanceof Text.Read(String text) && text.contains(service));
    }

    /** Whether there is a compose project, whatever it is. */
    static boolean isProject(Path folder) {
        return Files.exists(folder.resolve(".env"))
                || NAMES.stream().map(folder::resolve).anyMatch(Files::exists);
    }

    static boolean same(Path one, Path other) {
        return real(one).equals(real(other));
    }

    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }
}
