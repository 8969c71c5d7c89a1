package dev.koshin.app.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where old values are kept until they are retired.
 *
 * @param recipients age recipients, one at least; whoever has the key of one of them can open what is kept
 */
public record BackupConfig(Path directory, List<String> recipients) {
    public BackupConfig {
        recipients = List.copyOf(recipients);
    }
}
