package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.app.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

final class HelpTest {
    private static final int TERMINAL = 80;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void every_command_and_every_option_is_described(String language) {
        assertThat(commands(language).toList()).hasSize(14).allSatisfy(command -> {
            assertThat(command.usageMessage().header())
                    .as(command.qualifiedName())
                    .isNotEmpty();
            assertThat(arguments(command))
                    .isNotEmpty()
                    .allSatisfy(argument -> assertThat(argument.description())
                            .as(command.qualifiedName() + " " + argument)
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line).isNotBlank()));
        });
    }

    /** Else {@code --lang ja} would show what picocli says about its own options. */
    @Test
    void no_description_is_the_same_in_both_languages() {
        List<String> english = descriptions("en");
        List<String> japanese = descriptions("ja");
        assertThat(japanese).hasSameSizeAs(english);
        assertThat(japanese).doesNotContainAnyElementsOf(english);
    }

    @Test
    void no_text_is_unused() {
        Set<String> shown = new TreeSet<>(descriptions("en"));
        ResourceBundle texts = usage("en");
        assertThat(texts.keySet())
                .allSatisfy(key -> assertThat(shown)
                        .as(key)
                        .anySatisfy(one -> assertThat(one).isEqualToIgnoringWhitespace(texts.getString(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void help_is_no_wider_than_a_terminal(String language) {
        assertThat(commands(language).map(command -> command.commandLine().getUsageMessage()))
                .allSatisfy(text -> assertThat(text.lines())
                        .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(TERMINAL)));
    }

    private static int columns(String line) {
        return line.codePoints().map(one -> one < 0x2E80 ? 1 : 2).sum();
    }

    @Test
    void help_speaks_the_language_that_was_asked_for() {
        assertThat(Ran.of("--lang", "en", "--help").exits(Exit.OK).out())
                .contains("Koshin renews GitLab access tokens", "Exit codes: 0 done and proven", "renew")
                .contains("--lang=en|ja");
        assertThat(Ran.of("--lang=ja", "--help").exits(Exit.OK).out())
                .contains("使い方:", "コマンド:", "終了コード: 0", "二つ目のトークンを発行し")
                .doesNotContain("Exit codes", "Usage", "Commands");
        assertThat(Ran.of("renew", "--help", "--lang", "en").exits(Exit.OK).out())
                .contains("--max-failures=N", "Begins no more after this many failures");
        assertThat(Ran.of("renew", "--lang", "ja", "--help").exits(Exit.OK).out())
                .contains("--max-failures=N", "計画を表示して終わります");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void version_is_one_line(String language) {
        assertThat(Ran.of("--lang", language, "--version").exits(Exit.OK).out().strip())
                .matches("koshin \\S+");
    }

    @Test
    void no_command_is_a_question_for_help() {
        assertThat(Ran.of("--lang", "en").exits(Exit.OK).out()).contains("Exit codes");
    }

    private static List<String> descriptions(String language) {
        return commands(language)
                .flatMap(command -> Stream.concat(
                        texts(command.usageMessage()),
                        arguments(command).stream().flatMap(one -> Stream.of(one.description()))))
                .toList();
    }

    private static Stream<String> texts(UsageMessageSpec usage) {
        return Stream.of(
                        Stream.of(usage.header()),
                        Stream.of(usage.footer()),
                        Stream.of(usage.synopsisHeading(), usage.commandListHeading()))
                .flatMap(texts -> texts);
    }

    private static Stream<CommandSpec> commands(String language) {
        CommandLine koshin = new CommandLine(new Koshin(Messages.of(Locale.of(language))));
        Subcommands.addTo(koshin, List.of());
        koshin.setResourceBundle(usage(language));
        return Stream.concat(
                Stream.of(koshin.getCommandSpec()),
                koshin.getSubcommands().values().stream().map(CommandLine::getCommandSpec));
    }

    private static ResourceBundle usage(String language) {
        return ResourceBundle.getBundle("dev.koshin.app.messages.usage", Locale.of(language));
    }

    private static List<ArgSpec> arguments(CommandSpec command) {
        return Stream.concat(
                        command.options().stream()
                                .filter(option -> !option.hidden())
                                .map(ArgSpec.class::cast),
                        command.positionalParameters().stream().map(ArgSpec.class::cast))
                .toList();
    }
}
