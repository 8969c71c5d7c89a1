package dev.koshin.target.helmvalues;

import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.TargetContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class HelmValuesTargetTest implements TargetContract {
    private static final String BEFORE = "# T: twin\nT: other\nscript: |\n  T: ${T}\na: &a\n  s:\n    T: \"";
    private static final String AFTER = "\" # comment\n    U: 'x'\nT.s: y\n";

    private final Path path;

    HelmValuesTargetTest(@TempDir Path folder) {
        path = folder.resolve("values.yaml");
        overwrite(new Held.Value(FIRST));
    }

    @Override
    public Target target() {
        return HelmValuesTargets.of(new HelmValuesOptions(path, "a.s.T"));
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
