package dev.koshin.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads where and for whom old values are kept. */
final class BackupDecoder {
    private static final String DIRECTORY = "koshin-backup";

    private final Paths paths;

    BackupDecoder(Paths paths) {
        this.paths = paths;
    }

    Supplier<BackupConfig> read(Section section) {
        Optional<Value> written = section.at("directory");
        Optional<Path> directory =
                written.isEmpty() ? Optional.of(paths.resolve(DIRECTORY)) : written.flatMap(paths::of);
        List<String> recipients = section.at("recipient").map(BackupDecoder::recipients).stream()
                .flatMap(List::stream)
                .toList();
        return () -> new BackupConfig(directory.orElseThrow(), recipients);
    }

    private static List<String> recipients(Value value) {
        List<Value> values = value.isList() ? value.items() : List.of(value);
        return values.stream()
                .map(BackupDecoder::recipient)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Never shown if it is wrong: somebody may have written the secret key here. */
    private static Optional<String> recipient(Value value) {
        return value.text()
                .flatMap(text -> AgeRecipient.problem(text)
                        .<Optional<String>>map(why -> value.badValue("", why))
                        .orElseGet(() -> Optional.of(text)));
    }
}
