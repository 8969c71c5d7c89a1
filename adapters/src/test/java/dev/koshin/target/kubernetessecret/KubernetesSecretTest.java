package dev.koshin.target.kubernetessecret;

import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** On a pretend API server that is almost full, so that the bound is near. */
final class KubernetesSecretTest implements TargetContract {
    private static final int ROOM = 60;

    private Vault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new Vault(folder);
        vault.edit("filler", Vault.base64("f".repeat(SecretImage.LARGEST_BYTES - ROOM - "Ch@ngeMe".length())));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Override
    public Target target() {
        return vault.target();
    }

    @Override
    public Held stored() {
        return vault.stored();
    }

    @Override
    public void overwrite(Held held) {
        vault.overwrite(held);
    }

    @Override
    public OptionalInt room() {
        return OptionalInt.of(ROOM);
    }
}
