package dev.koshin.docs;

import dev.koshin.app.cli.CommandLines;
import dev.koshin.app.completion.Shell;
import dev.koshin.app.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what the distribution has in {@code share}, where man and the shells look for it. */
public final class Share {
    private Share() {}

    /** Takes the folder to write into, which is made if need be. */
    public static void main(String[] args) throws IOException {
        Path share = Path.of(args[0]);
        Messages english = Messages.of(Locale.ENGLISH);
        try (ManPages pages = new ManPages()) {
            pages.write(share.resolve("man/man1"), english);
            pages.write(share.resolve("man/ja/man1"), Messages.of(Locale.JAPANESE));
        }
        write(share.resolve("bash-completion/completions/koshin"), Shell.bash.script(CommandLines.model(english)));
        write(share.resolve("fish/vendor_completions.d/koshin.fish"), Shell.fish.script(CommandLines.model(english)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
