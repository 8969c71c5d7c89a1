package dev.koshin.app.doctor;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.CredentialConfig;
import dev.koshin.app.config.DatabaseConfig;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.config.IssuerConfig;
import dev.koshin.app.config.RootConfig;
import dev.koshin.app.config.TargetConfig;
import dev.koshin.app.config.TargetDatabase;
import dev.koshin.app.view.Check;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.secret.SecretSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files that hold secrets and that every user of this machine can read. Exastro's installer itself makes its
 * {@code .env} and the copies of it so.
 */
final class SecretFiles implements Subject {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String COPIES = ".env.[0-9]*-[0-9]*";

    private final Facts facts;

    SecretFiles(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        List<Path> files = files().stream().filter(Files::exists).toList();
        return files.isEmpty()
                ? List.of()
                : List.of(Check.warned(Keys.SECRET_FILES, facts.text("doctor.secrets", files.size()), judge(files)));
    }

    static List<Problem> judge(Collection<Path> files) {
        return files.stream()
                .filter(Modes::readableByAll)
                .map(file -> Problem.of(
                        Reason.SECRET_READABLE_BY_ALL,
                        file.toString(),
                        Modes.of(file).orElse("?")))
                .toList();
    }

    private SortedSet<Path> files() {
        Config config = facts.config();
        List<Path> files = new ArrayList<>();
        config.gitlab().admin().forEach(source -> files.addAll(file(source)));
        files.addAll(database(config.journal()));
        config.exastro()
                .flatMap(ExastroConfig::organizations)
                .ifPresent(organizations -> files.addAll(database(organizations.database())));
        facts.root().ifPresent(root -> files.addAll(root(root)));
        config.credentials().forEach(credential -> files.addAll(credential(credential)));
        return new TreeSet<>(files);
    }

    private static List<Path> file(SecretSource source) {
        return source.file().stream().toList();
    }

    private static List<Path> database(TargetDatabase database) {
        return switch (database) {
            case DatabaseConfig jdbc -> jdbc(jdbc);
            case TargetDatabase.Client client -> file(client.password());
        };
    }

    private static List<Path> jdbc(DatabaseConfig database) {
        String url = database.url();
        Optional<Path> sqlite = url.startsWith(SQLITE)
                ? Optional.of(Path.of(url.substring(SQLITE.length()).split("\\?", 2)[0]))
                : Optional.empty();
        return Stream.concat(sqlite.stream(), database.password().stream().flatMap(source -> file(source).stream()))
                .toList();
    }

    private List<Path> root(RootConfig root) {
        List<Path> files = new ArrayList<>(issuers(root.issuer().ways()));
        switch (root.place()) {
            case RootConfig.Compose compose -> {
                files.add(facts.envFile());
                files.addAll(copies(compose.directory()));
            }
            case RootConfig.Kubernetes kubernetes -> {
                files.add(kubernetes.values());
                kubernetes.kubeconfig().ifPresent(files::add);
            }
        }
        return files;
    }

    /** What the installer leaves beside {@code .env} at each run. */
    private static List<Path> copies(Path directory) {
        List<Path> copies = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, COPIES)) {
            found.forEach(copies::add);
        } catch (IOException _) {
            return copies;
        }
        return copies;
    }

    private static List<Path> credential(CredentialConfig credential) {
        List<Path> files = new ArrayList<>(issuers(credential.issuer().ways()));
        credential
                .targets()
                .forEach(target -> files.addAll(
                        switch (target) {
                            case TargetConfig.SqlRow row -> database(row.database());
                            case TargetConfig.EnvFile(Path path, String _) -> List.of(path);
                            case TargetConfig.HelmValues(Path path, String _) -> List.of(path);
                            case TargetConfig.KubernetesSecret _ -> List.<Path>of();
                        }));
        return files;
    }

    private static List<Path> issuers(List<IssuerConfig> ways) {
        return ways.stream()
                .flatMap(way -> way instanceof IssuerConfig.GitLabWeb(SecretSource password)
                        ? file(password).stream()
                        : Stream.empty())
                .toList();
    }
}
