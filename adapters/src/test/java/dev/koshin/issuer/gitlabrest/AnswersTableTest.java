package dev.koshin.issuer.gitlabrest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The tables of {@code docs/LANGUAGE/reference/answers.md} are what the real client concludes. When one differs, the
 * message shows it as it should be: copy it into the page.
 */
final class AnswersTableTest {
    /** Seen before GitLab is asked, or by the engine, in answers that are good in themselves. */
    private static final Set<Reason> IN_NO_ANSWER = EnumSet.of(
            Reason.ADMIN_TOKEN_UNRESOLVED,
            Reason.TOKEN_CHARACTERS_UNFIT,
            Reason.TOKEN_DIFFERS,
            Reason.TOKEN_EXPIRES_TOO_SOON,
            Reason.TOKEN_ID_REUSED,
            Reason.TOKEN_LOST_TOO_OFTEN,
            Reason.TOKEN_MADE_BY_HAND,
            Reason.TOKEN_UNFIT_FOR_TARGET);

    static final List<Words> LANGUAGES = List.of(Words.ENGLISH, Words.JAPANESE);

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_answer_has_its_row(Words words) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (SingleAnswers.Row row : SingleAnswers.all()) {
            rows.append(line(words.of(row.english(), row.japanese()), asked(row, words)));
        }
        rows.append(line(words.of("no connection", "接続できない"), away(at(URI.create("http://127.0.0.1:1")), words)));
        rows.append(line(
                words.of("a certificate that is not trusted", "信頼できない証明書"),
                away(at(URI.create("http://127.0.0.1:1")).withCaCertificate(Path.of("missing.pem")), words)));
        assertThat(page(words)).contains(rows);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_conversation_has_its_row(Words words) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Conversations.Row row : Conversations.all()) {
            try (Setup setup = new Setup()) {
                Conversations.prepare(setup.stub);
                row.answers().accept(setup.stub);
                rows.append(line(
                        words.of(row.english(), row.japanese()),
                        Words.code(row.outcome().apply(setup))));
            }
        }
        assertThat(page(words)).contains(rows);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void every_reason_that_gitlab_can_give_is_in_a_row(Words words) throws IOException {
        String rows = page(words).lines().filter(line -> line.startsWith("|")).collect(joining());
        assertThat(Arrays.stream(Reason.values())
                        .filter(reason -> reason.name().matches("(GITLAB|ADMIN|USER|CLOCK|TOKEN)_.*"))
                        .filter(reason -> !IN_NO_ANSWER.contains(reason)))
                .allSatisfy(reason -> assertThat(rows).contains("`" + reason.code() + "`"));
    }

    private static String asked(SingleAnswers.Row row, Words words) throws IOException {
        StringBuilder cells = new StringBuilder();
        for (Ask ask : Ask.values()) {
            try (Setup setup = new Setup(Duration.ofMillis(300))) {
                Conversations.prepare(setup.stub);
                setup.stub.on(ask.line(), row.script()).on(Setup.SINGLE, row.script());
                cells.append(cells.isEmpty() ? "" : " | ")
                        .append(words.cell(ask.of(setup.gitlab), tries(setup.stub.seen(ask.line()))));
            }
        }
        return cells.toString();
    }

    /** How often the first caller asked; where it is denied, another may ask after it. */
    private static int tries(List<Stub.Seen> seen) {
        return (int) seen.stream()
                .filter(one -> one.token().equals(seen.getFirst().token()))
                .count();
    }

    private static String away(GitLabRestOptions options, Words words) {
        try (GitLabRest gitlab = new GitLabRest(options)) {
            return Arrays.stream(Ask.values())
                    .map(ask -> words.cell(ask.of(gitlab), 1))
                    .collect(joining(" | "));
        }
    }

    private static GitLabRestOptions at(URI base) {
        return GitLabRestOptions.of(base, () -> new Effect.Done<>(Secret.of(Setup.ADMIN)), Setup.clock(), _ -> {});
    }

    private static String line(String answer, String cells) {
        return "| " + answer + " | " + cells + " |\n";
    }

    private static String page(Words words) throws IOException {
        return Files.readString(Path.of("..", "docs", words.language(), "reference", "answers.md"));
    }
}
