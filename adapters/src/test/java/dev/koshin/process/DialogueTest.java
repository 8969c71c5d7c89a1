package dev.koshin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.model.Secret;
import dev.koshin.process.Dialogue.Heard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DialogueTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private static Dialogue start(String script) throws IOException {
        return new Programs(Map.of("PATH", "/usr/bin:/bin", "MYSQL_PWD", "inherited"))
                .start(Command.of(List.of("sh", "-c", script), LONG)
                        .without("MYSQL_")
                        .input(Secret.of("first\n")));
    }

    @Test
    void what_is_said_is_answered_line_by_line() throws IOException {
        try (Dialogue dialogue = start("while read -r line; do echo \"$line, heard\"; done")) {
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.Line("first, heard"));
            dialogue.say(Secret.of("あ\n😀\n"));
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.Line("あ, heard"));
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.Line("😀, heard"));
            assertThat(dialogue.hear(SHORT)).isEqualTo(new Heard.Silence());
        }
    }

    @Test
    void the_end_is_heard_and_what_was_complained_about() throws IOException {
        try (Dialogue dialogue = start("echo no >&2")) {
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.End());
            assertThat(dialogue.errors()).isEqualTo("no\n");
        }
    }

    @Test
    void variables_that_are_not_for_it_are_left_out() throws IOException {
        try (Dialogue dialogue = start("echo \"[$MYSQL_PWD]\"")) {
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.Line("[]"));
        }
    }

    @Test
    void one_that_does_not_leave_is_ended() throws IOException {
        Dialogue dialogue = start("echo $$; trap '' TERM; exec sleep 600");
        Heard pid = dialogue.hear(LONG);
        dialogue.close();
        assertThat(pid).isInstanceOf(Heard.Line.class);
        if (pid instanceof Heard.Line(String number)) {
            ProcessHandle.of(Long.parseLong(number)).ifPresent(DialogueTest::awaitEnd);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(LONG);
    }

    @Test
    void one_that_is_interrupted_says_nothing_and_stays_interrupted() throws IOException {
        try (Dialogue dialogue = start("exec sleep 600")) {
            Thread.currentThread().interrupt();
            assertThat(dialogue.hear(LONG)).isEqualTo(new Heard.Silence());
            assertThat(Thread.interrupted()).isTrue();
            dialogue.kill();
        }
    }

    @Test
    void a_program_that_is_not_there_is_told_at_once() {
        assertThatThrownBy(() -> new Programs(Map.of()).start(Command.of(List.of("/nonexistent/docker"), LONG)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothing_prints_what_was_said() {
        assertThat(new Heard.Line("secret")).hasToString("Line");
    }
}
