package dev.koshin.target.envfile;

import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class EnvFileTargetTest implements TargetContract {
    private static final String BEFORE = "# T=twin\nT='earlier'\nA=1\nexport T=\"";
    private static final String AFTER = "\" # comment\nB=\"2\"\n";

    private final Path path;

    EnvFileTargetTest(@TempDir Path folder) {
        path = folder.resolve(".env");
        overwrite(new Held.Value(FIRST));
    }

    @Override
    public Target target() {
        return EnvFileTargets.of(new EnvFileOptions(path, "T"));
    }

    @Override
    public Held stored() {
        try {
            String text = Files.readString(path);
            String value = text.substring(BEFORE.length(), text.length() - AFTER.length());
            return value.isEmpty() ? new Held.Nothing() : new Held.Value(Secret.of(value));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void overwrite(Held held) {
        String value = held instanceof Held.Value(Secret secret) ? secret.<String>reveal(it -> it) : "";
        try {
            Files.writeString(path, BEFORE + value + AFTER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
