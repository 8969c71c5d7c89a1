package dev.koshin.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who does what a page says, in the order of the page, gets where it promises, in both languages. */
final class PagesTest {
    private static final Pattern VARIABLE = Pattern.compile("…|\\b[a-z0-9]{16}\\b|\\b[0-9a-f]{6,}\\b|\\d+|\\s+");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void simulator(String language) throws IOException, InterruptedException {
        follow(Guide.of("howto/simulator", language), new Desk(home, Map.of(), Map.of()));
    }

    private static void follow(Guide guide, Desk desk) throws IOException, InterruptedException {
        Desk.Session session = desk.follow(guide, "koshin");
        assertThat(session.exit()).as(session.text()).isZero();
        assertThat(guide.quoted())
                .allSatisfy(line -> assertThat(session.text()).as(line).containsPattern(anyVariable(line)));
    }

    /** Numbers, times, ids and the width of columns differ from run to run; a {@code …} stands for anything. */
    private static Pattern anyVariable(String line) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(line.strip());
        int at = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(line.strip().substring(at, variable.start())));
            pattern.append(any(variable.group()));
            at = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(line.strip().substring(at))).toString());
    }

    private static String any(String variable) {
        return variable.isBlank() ? "\\s+" : variable.equals("…") ? ".*" : "[0-9a-z]+";
    }
}
