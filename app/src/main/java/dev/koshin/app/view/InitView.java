package dev.koshin.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found of an installation, and what became of its configuration. */
public final class InitView {
    private InitView() {}

    /** Shows a configuration that is written. */
    public static void written(Screen screen, Proposal proposal) {
        if (screen.json()) {
            screen.json(json(screen, proposal, true));
            return;
        }
        told(screen, proposal);
        screen.line(screen.messages().text("init.written", proposal.file()));
        next(screen, proposal);
    }

    /** Shows a configuration instead of writing it: nothing but its text is a result, so that it can be piped. */
    public static void printed(Screen screen, Proposal proposal) {
        if (screen.json()) {
            screen.json(json(screen, proposal, false));
            return;
        }
        Screen aside = screen.aside();
        told(aside, proposal);
        aside.line(screen.messages().text("init.printed", proposal.file()));
        proposal.text().lines().forEach(screen::line);
    }

    /** What was found, what was assumed, what could not be seen. */
    public static void told(Screen screen, Proposal proposal) {
        for (Proposal.Kind kind : Proposal.Kind.values()) {
            List<Proposal.Told> some = of(proposal, kind);
            if (!some.isEmpty()) {
                screen.line(heading(screen, kind));
                some.forEach(one -> screen.line("  " + one.text(screen.messages())));
            }
        }
    }

    private static List<Proposal.Told> of(Proposal proposal, Proposal.Kind kind) {
        return proposal.told().stream().filter(one -> one.kind() == kind).toList();
    }

    private static String heading(Screen screen, Proposal.Kind kind) {
        return switch (kind) {
            case FOUND -> screen.messages().text("init.found");
            case ASSUMED -> screen.messages().text("init.assumed");
            case UNSEEN -> screen.messages().text("init.unseen");
        };
    }

    private static void next(Screen screen, Proposal proposal) {
        screen.line(screen.messages().text("init.next"));
        commands(proposal).forEach(command -> screen.line("  " + command));
    }

    private static List<String> commands(Proposal proposal) {
        String option = proposal.isUsual() ? "" : " -c " + proposal.file();
        return List.of("koshin" + option + " doctor", "koshin" + option + " renew --all");
    }

    private static Map<String, Object> json(Screen screen, Proposal proposal, boolean written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("installation", proposal.installation());
        json.put("file", proposal.file().toString());
        json.put("written", written);
        for (Proposal.Kind kind : Proposal.Kind.values()) {
            json.put(
                    kind.name().toLowerCase(Locale.ROOT),
                    of(proposal, kind).stream().map(one -> json(screen, one)).toList());
        }
        json.put("configuration", proposal.text());
        json.put("next", commands(proposal));
        return json;
    }

    private static Map<String, Object> json(Screen screen, Proposal.Told told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("point", told.point());
        json.put("details", told.details());
        json.put("message", told.text(screen.messages()));
        return json;
    }
}
