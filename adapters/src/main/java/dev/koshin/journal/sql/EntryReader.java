package dev.koshin.journal.sql;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Recorded;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what {@link EntryCodec} wrote. */
record EntryReader(Failures failures, JsonMapper mapper) {
    private static final Map<String, Reason> REASONS =
            Arrays.stream(Reason.values()).collect(Collectors.toMap(Reason::code, Function.identity()));

    /** @throws JournalUnavailable if a newer version wrote a kind of entry that this one does not know */
    Recorded read(Row row) {
        Entry entry = entry(new RenewalId(row.renewal()), row.kind(), mapper.readTree(row.payload()));
        return new Recorded(row.sequence(), row.at(), row.fence(), entry);
    }

    /** {@link #read(Row)} for each. */
    List<Recorded> readAll(List<Row> rows) {
        return rows.stream().map(this::read).toList();
    }

    private Entry entry(RenewalId id, String kind, JsonNode json) {
        return switch (kind) {
            case "started" -> started(id, json);
            case "issuing" -> new Entry.Issuing(id);
            case "not-issued" -> new Entry.NotIssued(id);
            case "delivered" -> new Entry.Delivered(id, new TargetName(text(json, "target")), token(json));
            case "applied" -> new Entry.Applied(id, strings(json, "consumers"));
            case "proven" -> new Entry.Proven(id, token(json), uses(json));
            case "retire-after" -> new Entry.RetireAfter(id, Instant.parse(text(json, "instant")));
            case "reopened" -> new Entry.Reopened(id, problem(json));
            case "revoking" -> new Entry.Revoking(id, tokens(json));
            case "revoked" ->
                new Entry.Revoked(id, new TokenId(json.path("token").longValue()));
            case "finished" -> new Entry.Finished(id);
            case "parked" -> new Entry.Parked(id, problem(json));
            case "resumed" -> new Entry.Resumed(id, json.path("replace").booleanValue());
            case "interrupted" -> new Entry.Interrupted(id, problem(json));
            case "adopted" -> new Entry.Adopted(id, new CredentialName(text(json, "credential")), token(json));
            case "rolling-back" -> new Entry.RollingBack(id, token(json));
            default -> throw failures.newer(kind);
        };
    }

    private static Entry started(RenewalId id, JsonNode json) {
        List<OldToken> old =
                json.path("old").valueStream().map(EntryReader::old).toList();
        return new Entry.Started(id, new CredentialName(text(json, "credential")), old, text(json, "why"));
    }

    private static OldToken old(JsonNode json) {
        Optional<TokenId> id = json.has("id") ? Optional.of(id(json)) : Optional.empty();
        return new OldToken(id, new Fingerprint(text(json, "fingerprint")));
    }

    private static TokenRef token(JsonNode json) {
        return new TokenRef(id(json), new Fingerprint(text(json, "fingerprint")));
    }

    private static TokenId id(JsonNode json) {
        return new TokenId(json.path("id").longValue());
    }

    private static TreeSet<Use> uses(JsonNode json) {
        return strings(json, "uses").stream().map(Use::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<TokenId> tokens(JsonNode json) {
        TreeSet<TokenId> tokens = new TreeSet<>(Comparator.comparingLong(TokenId::value));
        json.path("tokens").forEach(token -> tokens.add(new TokenId(token.longValue())));
        return tokens;
    }

    private Problem problem(JsonNode json) {
        String code = text(json, "reason");
        Optional<Reason> reason = Optional.ofNullable(REASONS.get(code));
        return new Problem(reason.orElseThrow(() -> failures.newer(code)), strings(json, "details"));
    }

    private static List<String> strings(JsonNode json, String key) {
        return json.path(key).valueStream().map(JsonNode::stringValue).toList();
    }

    private static String text(JsonNode json, String key) {
        return json.path(key).stringValue();
    }
}
