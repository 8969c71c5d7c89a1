package dev.koshin.app.view;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Token;
import dev.koshin.renew.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is taken over, before and after it was. */
public final class AdoptView {
    private AdoptView() {}

    /** Says what {@code adopt} would do about {@code lines}. */
    public static void plan(Screen screen, List<Line> lines) {
        if (screen.json()) {
            screen.json(Map.of(
                    "credentials", lines.stream().map(line -> line.json()).toList()));
            return;
        }
        lines.forEach(line -> screen.line(plan(screen, line)));
    }

    private static String plan(Screen screen, Line line) {
        return candidate(line)
                .map(token -> screen.messages()
                        .text(
                                "adopt.line",
                                line.credential().name(),
                                token.id().value(),
                                token.name(),
                                line.user(),
                                line.expires(screen)))
                .orElseGet(() -> screen.messages()
                        .text(
                                "adopt.nothing",
                                line.credential().name(),
                                screen.messages().why(line.verdict().why())));
    }

    /** The one token that the targets hold, unless it is the one that Koshin proved. */
    private static Optional<Token> candidate(Line line) {
        boolean strange = line.drift().isPresent() || line.seen().open().isPresent();
        return strange && line.seen().live().size() == 1 ? line.token() : Optional.empty();
    }

    /** Says what was adopted. */
    public static void print(Screen screen, Map<CredentialName, Outcome> outcomes) {
        if (screen.json()) {
            screen.json(Map.of(
                    "credentials",
                    outcomes.entrySet().stream()
                            .map(entry -> RenewView.json(entry.getKey(), entry.getValue()))
                            .toList()));
            return;
        }
        outcomes.forEach((name, outcome) -> RenewView.print(screen, name, outcome, Map.of()));
        outcomes.values().forEach(outcome -> {
            if (outcome instanceof Outcome.Adopted(var _, var _, var left)) {
                left.ifPresent(id -> screen.line("  " + screen.messages().text("outcome.adopted.left", id.value())));
            }
        });
    }
}
