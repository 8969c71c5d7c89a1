package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.model.Problem;
import java.net.URI;
import java.time.LocalDate;
import java.util.SortedSet;

/** What a person must click to make a token by hand, and what is wrong with the one that was pasted. */
public final class PasteView {
    private PasteView() {}

    /** Prints each step with its values filled in. */
    public static void show(Screen screen, URI gitlab, String user, Wanted wanted) {
        Messages messages = screen.messages();
        screen.note(messages.text("paste.title"));
        screen.note(messages.text("paste.sign-in", gitlab, user));
        screen.note(messages.text("paste.page"));
        screen.note(messages.text("paste.name", wanted.name));
        screen.note(messages.text("paste.expiry", wanted.expiry));
        screen.note(messages.text("paste.scopes", String.join(", ", wanted.scopes)));
        screen.note(messages.text("paste.create"));
        screen.note(messages.text("paste.enter"));
    }

    /** What must be entered on the page. */
    public record Wanted(String name, LocalDate expiry, SortedSet<String> scopes) {}

    /** Prints what is wrong and what to do; {@code left}: how many more may be pasted. */
    public static void wrong(Screen screen, Problem problem, int left) {
        Messages messages = screen.messages();
        String what = messages.what(problem);
        screen.note(left > 0 ? messages.text("paste.wrong", what, left) : messages.text("paste.wrong.last", what));
        screen.note("  " + messages.text("remedy.line", messages.remedy(problem)));
    }
}
