package dev.koshin.backup.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Opens an age file with the operator's keys. */
final class Opening {
    private static final int LARGEST_BYTES = 64 * 1024;

    private Opening() {}

    static Effect<Backup.Sealed> of(KeptFile file, Path identity) {
        return Identities.of(identity).flatMap(keys -> opened(file, identity, keys));
    }

    private static Effect<Backup.Sealed> opened(KeptFile file, Path identity, List<RecipientStanzaReader> keys) {
        try {
            return SealedText.read(text(file, keys))
                    .filter(value -> value.renewal().equals(file.renewal()) && file.isOf(value.credential()))
                    .<Effect<Backup.Sealed>>map(Effect.Done::new)
                    .orElseGet(() -> damaged(file, "what is inside is not what its name says"));
        } catch (UnsupportedRecipientStanzaException _) {
            return new Effect.Refused<>(Problem.of(
                    Reason.IDENTITY_UNFIT, identity.toString(), file.path().toString()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return damaged(file, e.getClass().getSimpleName());
        }
    }

    private static byte[] text(KeptFile file, List<RecipientStanzaReader> keys)
            throws GeneralSecurityException, IOException {
        try (ReadableByteChannel sealed = Files.newByteChannel(file.path());
                ReadableByteChannel channel =
                        new StandardDecryptingChannelFactory().newDecryptingChannel(sealed, keys);
                InputStream in = Channels.newInputStream(channel)) {
            return in.readNBytes(LARGEST_BYTES);
        }
    }

    private static Effect<Backup.Sealed> damaged(KeptFile file, String why) {
        return new Effect.Refused<>(
                Problem.of(Reason.BACKUP_DAMAGED, file.path().toString(), why));
    }
}
