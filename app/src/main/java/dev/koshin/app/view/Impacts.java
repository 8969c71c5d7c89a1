package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.plan.Verdict;
import dev.koshin.spi.Impact;
import java.util.ArrayList;
import java.util.List;

/** By which ways new tokens are made, and who stands still for them. */
final class Impacts {
    /** The usual way, which needs no word. */
    private static final int ONE = 1;

    private Impacts() {}

    static List<String> of(Screen screen, List<Line> work) {
        List<String> lines = new ArrayList<>();
        work.stream()
                .filter(line -> line.verdict().action() != Verdict.Action.DECIDE)
                .forEach(line -> lines.addAll(of(screen.messages(), line)));
        boolean nobody = work.stream().allMatch(line -> line.impact().equals(Impact.NONE));
        if (nobody) {
            lines.add(screen.messages().text("plan.stops"));
        }
        return lines;
    }

    private static List<String> of(Messages messages, Line line) {
        List<String> lines = new ArrayList<>();
        String name = line.credential().name().value();
        List<String> ways = line.ways();
        if (ways.size() > ONE && line.verdict().action() == Verdict.Action.RENEW) {
            lines.add(messages.text("plan.ways", name, String.join(", ", ways)));
        }
        Impact impact = line.impact();
        if (!impact.soon().isEmpty() && line.verdict().action() == Verdict.Action.RENEW) {
            lines.add(messages.text("plan.restarts", name, String.join(", ", impact.soon())));
        }
        if (!impact.later().isEmpty()) {
            String later = String.join(", ", impact.later());
            lines.add(
                    impact.window().isEmpty()
                            ? messages.text("plan.restarts.later", name, later)
                            : messages.text("plan.restarts.window", name, later, impact.window()));
        }
        return lines;
    }
}
