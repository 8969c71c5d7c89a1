package dev.koshin.docs;

import dev.koshin.app.cli.CommandLines;
import dev.koshin.app.messages.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** A page of section 1 for {@code koshin}, and one for each command, as {@code koshin-renew}. */
final class ManPages implements AutoCloseable {
    /** The titles of picocli's pages, as Japanese man pages have them. */
    private static final Map<String, String> JAPANESE = Map.of(
            "== Name", "== 名前",
            "== Synopsis", "== 書式",
            "== Options", "== オプション",
            "== Arguments", "== 引数",
            "== Commands", "== コマンド");

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();

    /** Writes all pages in the language of {@code messages} into {@code folder}. */
    void write(Path folder, Messages messages) throws IOException {
        Files.createDirectories(folder);
        CommandLine koshin = CommandLines.model(messages);
        for (CommandSpec command : commands(koshin).toList()) {
            String source = source(command);
            Files.writeString(
                    folder.resolve(command.qualifiedName("-") + ".1"),
                    roff(messages.locale().equals(Locale.JAPANESE) ? japanese(source) : source));
        }
    }

    private static Stream<CommandSpec> commands(CommandLine koshin) {
        return Stream.concat(
                Stream.of(koshin.getCommandSpec()),
                koshin.getSubcommands().values().stream().map(CommandLine::getCommandSpec));
    }

    /** Without the title of a description, as the commands have a header only. */
    private static String source(CommandSpec command) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            ManPageGenerator.writeSingleManPage(out, command);
        }
        return text.toString().replaceFirst("== Description\\s+(?===|//)", "");
    }

    private static String japanese(String source) {
        return source.lines()
                .map(line -> JAPANESE.getOrDefault(line, line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String roff(String source) {
        Attributes attributes =
                Attributes.builder().attribute("reproducible", "").build();
        return asciidoctor.convert(
                source,
                Options.builder()
                        .backend("manpage")
                        .standalone(true)
                        .attributes(attributes)
                        .build());
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
