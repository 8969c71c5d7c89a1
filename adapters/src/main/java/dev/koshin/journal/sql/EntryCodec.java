package dev.koshin.journal.sql;

import dev.koshin.journal.Entry;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.TokenRef;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes entries as rows, by hand: what is stored for years must not change because a record was renamed. Fields that a
 * newer version added are read over.
 */
final class EntryCodec {
    private final JsonMapper mapper = new JsonMapper();

    /** How {@code entry} is written. */
    Line encode(Entry entry) {
        ObjectNode json = mapper.createObjectNode();
        fill(json, entry);
        return new Line(entry, kind(entry), json.toString());
    }

    private static String kind(Entry entry) {
        return switch (entry) {
            case Entry.Started _ -> "started";
            case Entry.Issuing _ -> "issuing";
            case Entry.NotIssued _ -> "not-issued";
            case Entry.Delivered _ -> "delivered";
            case Entry.Applied _ -> "applied";
            case Entry.Proven _ -> "proven";
            case Entry.RetireAfter _ -> "retire-after";
            case Entry.Reopened _ -> "reopened";
            case Entry.Revoking _ -> "revoking";
            case Entry.Revoked _ -> "revoked";
            case Entry.Finished _ -> "finished";
            case Entry.Parked _ -> "parked";
            case Entry.Resumed _ -> "resumed";
            case Entry.Interrupted _ -> "interrupted";
            case Entry.Adopted _ -> "adopted";
            case Entry.RollingBack _ -> "rolling-back";
        };
    }

    private static void fill(ObjectNode json, Entry entry) {
        switch (entry) {
            case Entry.Started started -> start(json, started);
            case Entry.Issuing _, Entry.NotIssued _, Entry.Finished _ -> {}
            case Entry.Delivered delivered ->
                token(json.put("target", delivered.target().value()), delivered.fresh());
            case Entry.Applied applied -> strings(json, "consumers", applied.consumers());
            case Entry.Proven proven -> {
                token(json, proven.fresh());
                strings(
                        json,
                        "uses",
                        proven.uses().stream().map(use -> use.id()).toList());
            }
            case Entry.RetireAfter retire ->
                json.put("instant", retire.instant().toString());
            case Entry.Reopened reopened -> problem(json, reopened.problem());
            case Entry.Revoking revoking ->
                revoking.tokens().forEach(token -> json.withArray("tokens").add(token.value()));
            case Entry.Revoked revoked -> json.put("token", revoked.token().value());
            case Entry.Parked parked -> problem(json, parked.problem());
            case Entry.Resumed resumed -> json.put("replace", resumed.replace());
            case Entry.Interrupted interrupted -> problem(json, interrupted.problem());
            case Entry.Adopted adopted ->
                token(json.put("credential", adopted.credential().value()), adopted.token());
            case Entry.RollingBack back -> token(json, back.old());
        }
    }

    private static void start(ObjectNode json, Entry.Started started) {
        json.put("credential", started.credential().value()).put("why", started.why());
        for (OldToken old : started.old()) {
            ObjectNode node = json.withArray("old").addObject();
            old.id().ifPresent(id -> node.put("id", id.value()));
            node.put("fingerprint", old.fingerprint().value());
        }
    }

    private static void token(ObjectNode json, TokenRef token) {
        json.put("id", token.id().value())
                .put("fingerprint", token.fingerprint().value());
    }

    private static void problem(ObjectNode json, Problem problem) {
        strings(json.put("reason", problem.reason().code()), "details", problem.details());
    }

    private static void strings(ObjectNode json, String key, List<String> values) {
        values.forEach(json.putArray(key)::add);
    }
}
