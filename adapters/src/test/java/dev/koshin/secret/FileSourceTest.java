package dev.koshin.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileSourceTest {
    @TempDir
    private Path folder;

    private SecretSource holding(byte[] bytes) throws IOException {
        return Answered.SOURCES.file(Files.write(folder.resolve("secret"), bytes));
    }

    private SecretSource holding(String text) throws IOException {
        return holding(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
    void removesTheLineEnd(String text) throws IOException {
        Answered.yields(holding(text), "hunter2");
    }

    @Test
    void keepsSpaces() throws IOException {
        Answered.yields(holding(" a b \n"), " a b ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n", "\r\n"})
    void refusesAnEmptyFile(String text) throws IOException {
        Answered.refuses(holding(text), "is empty");
    }

    @Test
    void refusesSeveralLines() throws IOException {
        Answered.refuses(holding("one\ntwo\n"), "holds a line break or another control character");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Answered.refuses(holding(new byte[] {'a', (byte) 0xff}), "is not text in UTF-8");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Answered.yields(holding("x".repeat(65536)), "x".repeat(65536));
        Answered.refuses(holding("x".repeat(65537)), "is larger than 65536 bytes");
    }

    @Test
    void refusesAMissingFileAndAFolder() {
        Answered.refuses(Answered.SOURCES.file(folder.resolve("none")), "does not exist");
        Answered.refuses(Answered.SOURCES.file(folder), "is not a regular file");
        Answered.refuses(Answered.SOURCES.file(Path.of("/dev/zero")), "is not a regular file");
    }

    @Test
    void readsAnewEachTime() throws IOException {
        SecretSource source = holding("old");
        Answered.yields(source, "old");
        holding("new");
        Answered.yields(source, "new");
    }

    @Test
    void expandsTheTildeAtTheStartOnly() throws IOException {
        SecretSources sources = new SecretSources(Map.of(), new Home(folder));
        holding("hunter2");
        Answered.yields(sources.file(Path.of("~/secret")), "hunter2");
        assertThat(sources.file(Path.of("~other/secret")).description()).isEqualTo("file ~other/secret");
        assertThat(sources.file(Path.of("/a/~/secret")).description()).isEqualTo("file /a/~/secret");
        assertThat(sources.file(Path.of("~")).description()).isEqualTo("file " + folder);
    }

    @Test
    void namesTheFileAndPrintsNoValue() {
        assertThat(Answered.SOURCES.file(Path.of("/run/secret")).toString()).isEqualTo("file /run/secret");
    }
}
