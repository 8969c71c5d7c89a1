package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.inventory.Changes;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import dev.koshin.renew.Outcome;
import dev.koshin.spi.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** How renewals ended, and the proof that nothing else changed. */
public final class RenewView {
    private static final int FEW = 12;

    private RenewView() {}

    /**
     * Prints {@code outcomes}.
     *
     * @param changes empty for a place that could not be read again
     * @param standings of those that stopped
     */
    public static void print(
            Screen screen,
            Map<CredentialName, Outcome> outcomes,
            Map<Place, Optional<Changes>> changes,
            Map<CredentialName, Standing> standings) {
        if (screen.json()) {
            screen.json(json(outcomes, changes));
            return;
        }
        outcomes.forEach((name, outcome) -> print(screen, name, outcome, standings));
        changes.forEach((place, found) -> proof(screen, place, found).forEach(screen::line));
        if (outcomes.values().stream().noneMatch(Outcome.RolledBack.class::isInstance)) {
            summary(screen, outcomes);
        }
    }

    private static void summary(Screen screen, Map<CredentialName, Outcome> outcomes) {
        screen.line(screen.messages()
                .text(
                        "renew.summary",
                        count(outcomes, Outcome.Finished.class),
                        count(outcomes, Outcome.Proven.class),
                        count(outcomes, Outcome.Failed.class),
                        count(outcomes, Outcome.Parked.class)));
        if (count(outcomes, Outcome.Proven.class) > 0) {
            screen.line(screen.messages().text("renew.later"));
        }
    }

    static void print(Screen screen, CredentialName name, Outcome outcome, Map<CredentialName, Standing> standings) {
        screen.line(name + ": " + text(screen, outcome));
        problem(outcome).ifPresent(problem -> {
            screen.line("  "
                    + screen.messages().text("remedy.line", screen.messages().remedy(problem)));
            Optional.ofNullable(standings.get(name)).ifPresent(standing -> screen.line("  " + standing.text(screen)));
        });
    }

    /** One outcome in words. */
    public static String text(Screen screen, Outcome outcome) {
        Messages messages = screen.messages();
        return switch (outcome) {
            case Outcome.Finished _ -> messages.text("outcome.finished");
            case Outcome.RolledBack _ -> messages.text("outcome.rolled-back");
            case Outcome.Restored restored -> text(screen, restored);
            case Outcome.Proven proven -> text(screen, proven);
            case Outcome.Adopted(var token, boolean open, var _) ->
                messages.text(
                        open ? "outcome.adopted.open" : "outcome.adopted",
                        token.id().value());
            case Outcome.NotNeeded(var verdict) -> messages.text("outcome.not-needed", messages.why(verdict.why()));
            case Outcome.Parked(Problem problem) ->
                messages.text(
                        "outcome.parked",
                        messages.what(problem),
                        problem.reason().code());
            case Outcome.Failed(Problem problem) ->
                messages.text(
                        "outcome.failed",
                        messages.what(problem),
                        problem.reason().code());
            case Outcome.Busy(String holder) -> messages.text("outcome.busy", holder);
        };
    }

    private static String text(Screen screen, Outcome.Proven proven) {
        Messages messages = screen.messages();
        if (!proven.heldBy().isEmpty()) {
            return messages.text("outcome.shared", joined(proven.heldBy()));
        }
        return proven.waitingFor().isEmpty()
                ? messages.text("outcome.proven", screen.time(proven.retireAfter()))
                : messages.text("outcome.waiting", joined(proven.waitingFor()));
    }

    private static String text(Screen screen, Outcome.Restored restored) {
        return restored.heldBy().isEmpty()
                ? screen.messages().text("outcome.restored-waiting", joined(restored.waitingFor()))
                : screen.messages().text("outcome.restored-shared", joined(restored.heldBy()));
    }

    private static String joined(Collection<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Problem> problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Parked(Problem problem) -> Optional.of(problem);
            case Outcome.Failed(Problem problem) -> Optional.of(problem);
            case Outcome.Finished _,
                    Outcome.Proven _,
                    Outcome.Adopted _,
                    Outcome.RolledBack _,
                    Outcome.Restored _,
                    Outcome.NotNeeded _,
                    Outcome.Busy _ -> Optional.empty();
        };
    }

    private static List<String> proof(Screen screen, Place place, Optional<Changes> found) {
        if (found.isEmpty()) {
            return List.of(screen.messages().text("proof.unread", place.name()));
        }
        Changes changes = found.get();
        String own = changes.ours().isEmpty()
                ? screen.messages().text("proof.unchanged", changes.cells(), place.name())
                : screen.messages()
                        .text(
                                "proof.line",
                                changes.cells(),
                                place.name(),
                                changes.ours().size(),
                                cells(changes.ours()));
        return changes.others().isEmpty()
                ? List.of(own)
                : List.of(
                        own,
                        screen.messages()
                                .text("proof.foreign", changes.others().size(), place.name(), cells(changes.others())));
    }

    private static String cells(SortedSet<Place.Cell> cells) {
        String few = cells.stream().limit(FEW).map(RenewView::cell).collect(Collectors.joining(", "));
        return cells.size() > FEW ? few + ", …" : few;
    }

    private static String cell(Place.Cell cell) {
        return cell.row().isEmpty() ? cell.column() : cell.column() + "[" + cell.row() + "]";
    }

    private static long count(Map<CredentialName, Outcome> outcomes, Class<? extends Outcome> kind) {
        return outcomes.values().stream().filter(kind::isInstance).count();
    }

    /** The same as JSON. */
    static Map<String, Object> json(Map<CredentialName, Outcome> outcomes, Map<Place, Optional<Changes>> changes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("renewed", count(outcomes, Outcome.Finished.class));
        json.put("waiting", count(outcomes, Outcome.Proven.class));
        json.put("failed", count(outcomes, Outcome.Failed.class));
        json.put("parked", count(outcomes, Outcome.Parked.class));
        json.put(
                "credentials",
                outcomes.entrySet().stream()
                        .map(entry -> json(entry.getKey(), entry.getValue()))
                        .toList());
        json.put("proof", proof(changes));
        return json;
    }

    static Map<String, Object> json(CredentialName name, Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name.value());
        json.put("outcome", code(outcome));
        switch (outcome) {
            case Outcome.Finished(var fresh, var revoked) -> ended(json, fresh, revoked);
            case Outcome.RolledBack(var old, var revoked) -> ended(json, old, revoked);
            case Outcome.Proven(var fresh, var retireAfter, var uses, var others) -> {
                token(json, fresh);
                json.put("retireAfter", retireAfter.toString());
                waiting(json, uses, others);
            }
            case Outcome.Restored(var old, var uses, var others) -> {
                token(json, old);
                waiting(json, uses, others);
            }
            case Outcome.Adopted(var token, boolean open, var left) -> {
                token(json, token);
                json.put("open", open);
                left.ifPresent(id -> json.put("left", id.value()));
            }
            case Outcome.NotNeeded(var verdict) ->
                json.put("state", verdict.why().code());
            case Outcome.Parked(Problem problem) -> reason(json, problem);
            case Outcome.Failed(Problem problem) -> reason(json, problem);
            case Outcome.Busy(String holder) -> json.put("holder", holder);
        }
        return json;
    }

    private static void token(Map<String, Object> json, TokenRef token) {
        json.put("tokenId", token.id().value());
        json.put("fingerprint", token.fingerprint().value());
    }

    private static void ended(Map<String, Object> json, TokenRef token, Set<TokenId> revoked) {
        token(json, token);
        json.put("revoked", revoked.stream().map(id -> id.value()).sorted().toList());
    }

    private static void waiting(Map<String, Object> json, SortedSet<Use> uses, SortedSet<CredentialName> others) {
        json.put("waitingFor", uses.stream().map(use -> use.id()).toList());
        json.put("heldBy", others.stream().map(CredentialName::value).toList());
    }

    private static void reason(Map<String, Object> json, Problem problem) {
        json.put("reason", problem.reason().code());
        json.put("details", problem.details());
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> "finished";
            case Outcome.Proven _ -> "proven";
            case Outcome.Adopted _ -> "adopted";
            case Outcome.RolledBack _ -> "rolled-back";
            case Outcome.Restored _ -> "restored";
            case Outcome.NotNeeded _ -> "not-needed";
            case Outcome.Parked _ -> "parked";
            case Outcome.Failed _ -> "failed";
            case Outcome.Busy _ -> "busy";
        };
    }

    private static List<Map<String, Object>> proof(Map<Place, Optional<Changes>> changes) {
        return changes.entrySet().stream()
                .map(entry -> proof(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, Object> proof(Place place, Optional<Changes> found) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", place.name());
        found.ifPresent(changes -> {
            json.put("cells", changes.cells());
            json.put("changed", texts(changes.ours()));
            json.put("changedByOthers", texts(changes.others()));
        });
        return json;
    }

    private static List<String> texts(Collection<Place.Cell> cells) {
        return cells.stream().map(RenewView::cell).toList();
    }
}
