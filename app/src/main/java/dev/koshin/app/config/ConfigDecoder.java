package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the whole file. */
final class ConfigDecoder {
    private static final int VERSION = 1;

    private final GitLabDecoder gitlab;
    private final DatabaseDecoder databases;
    private final BackupDecoder backups;
    private final ExastroDecoder exastro;
    private final CredentialDecoder credentials;

    ConfigDecoder(SecretDecoder secrets, Paths paths) {
        this.gitlab = new GitLabDecoder(secrets, paths);
        this.databases = new DatabaseDecoder(secrets, paths);
        this.backups = new BackupDecoder(paths);
        IssuerDecoder issuers = new IssuerDecoder(secrets, paths);
        this.exastro = new ExastroDecoder(databases, new RootDecoder(issuers, paths));
        this.credentials = new CredentialDecoder(new TargetDecoder(databases, paths), issuers);
    }

    /** What is supplied exists only if there was no problem. */
    Supplier<Config> read(Section root) {
        root.at("version").ifPresent(ConfigDecoder::checkVersion);
        Policy policy = PolicyDecoder.read(root.at("policy"), Policy.DEFAULT);
        Optional<Supplier<GitLabConfig>> server =
                root.at("gitlab").flatMap(value -> value.section(Shape.GITLAB)).map(gitlab::read);
        Supplier<DatabaseConfig> journal =
                databases.journal(root.at("journal").flatMap(value -> value.section(Shape.JOURNAL)));
        Optional<Supplier<BackupConfig>> backup =
                root.at("backup").flatMap(value -> value.section(Shape.BACKUP)).map(backups::read);
        Optional<Supplier<ExastroConfig>> preset = root.at("exastro")
                .flatMap(value -> value.section(Shape.EXASTRO).map(section -> exastro.read(value, section, policy)));
        List<Supplier<CredentialConfig>> others = root.at("credentials")
                .map(value -> credentials.read(value, policy))
                .orElse(List.of());
        return () -> new Config(
                server.orElseThrow().get(),
                policy,
                journal.get(),
                backup.map(Supplier::get),
                preset.map(Supplier::get),
                others.stream().map(Supplier::get).toList());
    }

    private static void checkVersion(Value value) {
        value.integer(1, Integer.MAX_VALUE)
                .filter(number -> number != VERSION)
                .ifPresent(number -> value.badValue(number.toString(), "this Koshin reads version " + VERSION));
    }
}
