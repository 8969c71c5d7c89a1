package dev.koshin.app.config;

import dev.koshin.model.Reason;
import dev.koshin.secret.Home;
import dev.koshin.secret.SecretSources;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code koshin.yaml}. */
public final class ConfigReader {
    private static final Position BEGIN = new Position(1, 1);

    private final SecretSources sources;
    private final Home home;

    /**
     * A reader for one user.
     *
     * @param sources makes the references to secrets; none is resolved here
     * @param home what {@code ~} stands for
     */
    public ConfigReader(SecretSources sources, Home home) {
        this.sources = sources;
        this.home = home;
    }

    /** Reads and checks all of {@code file}, at most 1 MiB. Relative paths in it are seen from its folder. */
    public ConfigResult read(Path file) {
        Problems problems = new Problems(file);
        Optional<Supplier<Config>> config = ConfigText.of(file, problems)
                .flatMap(text -> YamlDocument.root(text, problems))
                .flatMap(root -> section(root, problems))
                .map(section -> decoder(file).read(section));
        if (config.isEmpty() && problems.isEmpty()) {
            Shape.ROOT.required().forEach(key -> problems.add(BEGIN, Reason.CONFIG_KEY_MISSING, key));
        }
        return problems.isEmpty()
                ? new ConfigResult.Loaded(config.orElseThrow().get())
                : new ConfigResult.Rejected(problems.inOrder());
    }

    private static Optional<Section> section(Node root, Problems problems) {
        Value value = new Value(root, Value.ROOT, Position.of(root.getStartMark()), problems);
        return value.isNothing() ? Optional.empty() : value.section(Shape.ROOT);
    }

    private ConfigDecoder decoder(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Paths paths = new Paths(parent == null ? absolute : parent, home);
        return new ConfigDecoder(new SecretDecoder(sources, paths), paths);
    }
}
