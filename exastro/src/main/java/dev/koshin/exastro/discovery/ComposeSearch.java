package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Doors.Door;
import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import dev.koshin.file.env.EnvText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks everything about one compose project. */
final class ComposeSearch {
    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String PREFIX = "GITLAB_";

    private final Doors doors;
    private final Map<String, String> environment;

    ComposeSearch(Doors doors, Map<String, String> environment) {
        this.doors = doors;
        this.environment = environment;
    }

    ComposeFacts of(Path directory, List<Containers> all) {
        List<Containers> engines = all.stream().map(one -> one.of(directory)).toList();
        Look<Settings> env = env(directory.resolve(".env"));
        Settings settings = env.value().orElse(Settings.NONE);
        List<String> overriding = environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
        return new ComposeFacts(
                directory,
                env,
                engines,
                overriding,
                Reached.of(
                        Addresses.of(
                                settings,
                                ComposeFacts.box(engines, RootToken.GITLAB),
                                ComposeFacts.bundled(env, engines)),
                        doors),
                doors(Database.of(settings), ComposeFacts.box(engines, Database.BUNDLED))
                        .filter(doors::connects)
                        .findFirst());
    }

    private static Look<Settings> env(Path file) {
        return switch (TextFile.read(file, LARGEST_BYTES)) {
            case Text.Unreadable(String why) -> new Look.Unseen<>(why);
            case Text.Read(String text) -> new Look.Seen<>(Settings.of(EnvText.of(text)));
        };
    }

    /** The bundled one is behind a door of this host only if somebody published it. */
    static Stream<Door> doors(Database database, Optional<Box> box) {
        return database.isBundled()
                ? box.flatMap(one -> one.published(Database.PORT)).stream()
                        .map(port -> new Door(port.host(), port.outside()))
                : database.door().stream();
    }
}
