package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.util.List;
import java.util.Optional;

/**
 * All of {@code koshin.yaml}, checked and with the defaults filled in.
 *
 * @param policy for credentials of which nothing else is said
 * @param backup where old values are kept, if the file says so
 * @param exastro the preset, if the file has one
 * @param credentials spelled out, in the order of the file
 */
public record Config(
        GitLabConfig gitlab,
        Policy policy,
        DatabaseConfig journal,
        Optional<BackupConfig> backup,
        Optional<ExastroConfig> exastro,
        List<CredentialConfig> credentials) {
    public Config {
        credentials = List.copyOf(credentials);
    }
}
