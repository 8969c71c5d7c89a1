package dev.koshin.app.view;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Recorded;
import dev.koshin.model.Problem;
import dev.koshin.model.TokenRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the journal holds, newest last. */
public final class HistoryView {
    private HistoryView() {}

    /** Prints {@code entries}. */
    public static void print(Screen screen, List<Recorded> entries) {
        if (screen.json()) {
            screen.json(
                    Map.of("entries", entries.stream().map(HistoryView::json).toList()));
            return;
        }
        if (entries.isEmpty()) {
            screen.note(screen.messages().text("history.none"));
            return;
        }
        Table table = new Table(List.of(
                screen.messages().text("column.at"),
                screen.messages().text("column.renewal"),
                screen.messages().text("column.entry"),
                screen.messages().text("column.evidence")));
        entries.forEach(recorded -> table.row(
                screen.time(recorded.at()),
                recorded.entry().renewal().value(),
                kind(recorded.entry()),
                details(recorded.entry())));
        table.lines().forEach(screen::line);
    }

    private static String kind(Entry entry) {
        return entry.getClass().getSimpleName();
    }

    private static String details(Entry entry) {
        return facts(entry).entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> json(Recorded recorded) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sequence", recorded.sequence());
        json.put("at", recorded.at().toString());
        json.put("fence", recorded.fence());
        json.put("renewal", recorded.entry().renewal().value());
        json.put("step", kind(recorded.entry()));
        json.putAll(facts(recorded.entry()));
        return json;
    }

    /** What an entry says beyond its kind; never a token value, as no entry has one. */
    public static Map<String, Object> facts(Entry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (entry) {
            case Entry.Started started -> started(facts, started);
            case Entry.Issuing _, Entry.NotIssued _, Entry.Finished _ -> {
                // The kind says it all.
            }
            case Entry.Delivered(var _, var target, var fresh) -> {
                facts.put("target", target.value());
                token(facts, fresh);
            }
            case Entry.Applied(var _, var consumers) -> facts.put("consumers", consumers);
            case Entry.Proven(var _, var fresh, var uses) -> {
                token(facts, fresh);
                facts.put("uses", uses.stream().map(use -> use.id()).toList());
            }
            case Entry.RetireAfter(var _, var instant) -> facts.put("instant", instant.toString());
            case Entry.Reopened(var _, Problem problem) -> problem(facts, problem);
            case Entry.Revoking(var _, var tokens) ->
                facts.put("tokens", tokens.stream().map(token -> token.value()).toList());
            case Entry.Revoked(var _, var token) -> facts.put("token", token.value());
            case Entry.Parked(var _, Problem problem) -> problem(facts, problem);
            case Entry.Resumed(var _, var replace) -> facts.put("replace", replace);
            case Entry.Interrupted(var _, Problem problem) -> problem(facts, problem);
            case Entry.Adopted(var _, var credential, var token) -> {
                facts.put("credential", credential.value());
                token(facts, token);
            }
            case Entry.RollingBack(var _, var old) -> token(facts, old);
        }
        return facts;
    }

    private static void started(Map<String, Object> facts, Entry.Started started) {
        facts.put("credential", started.credential().value());
        facts.put("why", started.why());
        facts.put(
                "old",
                started.old().stream()
                        .map(one -> one.id().map(id -> id + "/").orElse("") + one.fingerprint())
                        .toList());
    }

    private static void token(Map<String, Object> facts, TokenRef token) {
        facts.put("token", token.id().value());
        facts.put("fingerprint", token.fingerprint().value());
    }

    private static void problem(Map<String, Object> facts, Problem problem) {
        facts.put("reason", problem.reason().code());
        facts.put("details", problem.details());
    }
}
