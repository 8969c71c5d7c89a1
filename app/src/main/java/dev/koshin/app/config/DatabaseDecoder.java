package dev.koshin.app.config;

import dev.koshin.process.Inside;
import dev.koshin.secret.SecretSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads addresses of databases. They are never shown, as they may hold a password. */
final class DatabaseDecoder {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String JOURNAL_FILE = "koshin.db";
    private static final List<String> OF_JOURNALS = List.of(SQLITE, "jdbc:postgresql:", "jdbc:mariadb:");
    private static final List<String> OF_TARGETS = List.of("jdbc:mariadb:", "jdbc:mysql:", "jdbc:postgresql:", SQLITE);

    private static final List<String> WAYS =
            Stream.concat(Stream.of("url"), Insides.KEYS.stream()).toList();

    private final SecretDecoder secrets;
    private final Paths paths;

    DatabaseDecoder(SecretDecoder secrets, Paths paths) {
        this.secrets = secrets;
        this.paths = paths;
    }

    /**
     * A database that holds tokens; a server wants a login.
     *
     * @param name the value that names the database for a client; a URL names it itself
     */
    Supplier<? extends TargetDatabase> target(Section section, Optional<Value> name) {
        if (!isFile(section)) {
            section.require("user");
            section.require("password");
        }
        List<String> ways =
                WAYS.stream().filter(key -> section.at(key).isPresent()).toList();
        if (ways.isEmpty()) {
            section.require("url");
        }
        ways.stream()
                .skip(1)
                .flatMap(key -> section.at(key).stream())
                .forEach(value -> value.badKey("is one way too many: name one of " + String.join(", ", WAYS)));
        Supplier<TargetDatabase.Client> client = client(section, name);
        return ways.stream().anyMatch(Insides.KEYS::contains)
                ? client
                : read(section, section.at("url").flatMap(value -> url(value, OF_TARGETS)));
    }

    private Supplier<TargetDatabase.Client> client(Section section, Optional<Value> name) {
        Optional<Inside> inside = Insides.of(section, paths);
        if (inside.isEmpty()) {
            return () -> {
                throw new IllegalStateException("no container or pod is named");
            };
        }
        Optional<String> user = section.at("user").flatMap(Value::text);
        Optional<SecretSource> password = section.at("password").flatMap(secrets::one);
        Optional<String> database = name.flatMap(Value::text);
        return () ->
                new TargetDatabase.Client(inside.orElseThrow(), database, user.orElseThrow(), password.orElseThrow());
    }

    /** The journal; {@code koshin.db} beside the configuration if nothing is said. */
    Supplier<DatabaseConfig> journal(Optional<Section> section) {
        String file = SQLITE + paths.resolve(JOURNAL_FILE);
        return section.map(written -> read(written, journalUrl(written, file)))
                .orElse(() -> new DatabaseConfig(file, Optional.empty(), Optional.empty()));
    }

    private Optional<String> journalUrl(Section section, String otherwise) {
        Optional<Value> url = section.at("url");
        return url.isEmpty() ? Optional.of(otherwise) : url.flatMap(value -> url(value, OF_JOURNALS));
    }

    private Supplier<DatabaseConfig> read(Section section, Optional<String> url) {
        Optional<String> user = section.at("user").flatMap(Value::text);
        Optional<SecretSource> password = section.at("password").flatMap(secrets::one);
        if (url.filter(address -> address.startsWith(SQLITE)).isPresent()) {
            Stream.of(section.at("user"), section.at("password"))
                    .flatMap(Optional::stream)
                    .forEach(value -> value.badValue("", "means nothing to SQLite"));
        }
        return () -> new DatabaseConfig(url.orElseThrow(), user, password);
    }

    private static boolean isFile(Section section) {
        return section.at("url")
                .filter(Value::isText)
                .flatMap(Value::text)
                .filter(url -> url.startsWith(SQLITE))
                .isPresent();
    }

    private Optional<String> url(Value value, List<String> prefixes) {
        return value.text().flatMap(text -> {
            if (prefixes.stream().noneMatch(text::startsWith)) {
                return value.badValue("", "must begin with " + String.join(" or ", prefixes));
            }
            if (holdsLogin(text)) {
                return value.badValue("", "must not hold a user or password: they have keys of their own");
            }
            return text.startsWith(SQLITE) ? file(text.substring(SQLITE.length()), value) : Optional.of(text);
        });
    }

    private static boolean holdsLogin(String url) {
        String authority = url.contains("//") ? url.substring(url.indexOf("//") + 2) : "";
        int end = authority.indexOf('/');
        return url.toLowerCase(Locale.ROOT).contains("password=")
                || (end < 0 ? authority : authority.substring(0, end)).contains("@");
    }

    /** The address of a SQLite file; a journal in memory would be forgotten. */
    private Optional<String> file(String location, Value value) {
        int question = location.indexOf('?');
        String name = question < 0 ? location : location.substring(0, question);
        String parameters = question < 0 ? "" : location.substring(question);
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:")) {
            return value.badValue("", "must name a file, as in jdbc:sqlite:koshin.db");
        }
        return paths.of(name, value).map(Path::toString).map(file -> SQLITE + file + parameters);
    }
}
