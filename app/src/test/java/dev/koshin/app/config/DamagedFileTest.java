package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a file, the answer is a result and never an exception. */
final class DamagedFileTest {
    private static final int DAMAGES = 5;
    private static final int FILES = 200;
    private static final List<String> PIECES = List.of(
            "", "\n", " ", "\t", ":", ": ", "- ", "{", "}", "[", "]", "'", "\"", "#", "&a ", "*a", "!x ", "!!int ",
            "? ", "|", ">", "%", "~", "null", "\0", "\uFEFF", "0", "-1", "1e9", "true", "${X}", "<<: ", "---\n", "更新");

    @TempDir
    private Path folder;

    @RepeatedTest(10)
    void endsInAResult(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int file = 0; file < FILES; file++) {
            String damaged = damaged(random);
            assertThat(new Read(folder).of(damaged)).as(damaged).isNotNull();
        }
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(Examples.FULL);
        for (int damage = 0; damage < DAMAGES; damage++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(4));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
