package dev.koshin.journal.sql;

import dev.koshin.journal.Past;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table koshin_past: one row for each credential, so that looking at all of them reads that many rows. */
record PastTable(Handle handle, Dialect dialect) {
    private static final String SELECT =
            "SELECT credential, token_id, fingerprint, at_millis, earlier FROM koshin_past";

    Map<CredentialName, Past> all() {
        return read(handle.createQuery(SELECT));
    }

    Map<CredentialName, Past> of(Collection<CredentialName> names) {
        return names.isEmpty()
                ? Map.of()
                : read(handle.createQuery(SELECT + " WHERE credential IN (<names>)")
                        .bindList(
                                "names",
                                names.stream().map(CredentialName::value).toList()));
    }

    void save(Map<CredentialName, Past> pasts) {
        if (pasts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(dialect.upsert(
                "koshin_past (credential, token_id, fingerprint, at_millis, earlier) VALUES"
                        + " (:credential, :token, :fingerprint, :at, :earlier)",
                "credential",
                List.of("token_id", "fingerprint", "at_millis", "earlier")));
        pasts.forEach((name, past) -> batch.bind("credential", name.value())
                .bind(
                        "token",
                        past.last().map(last -> last.token().id().value()).orElse(null))
                .bind(
                        "fingerprint",
                        past.last()
                                .map(last -> last.token().fingerprint().value())
                                .orElse(null))
                .bind("at", past.last().map(last -> last.at().toEpochMilli()).orElse(null))
                .bind("earlier", text(past.earlier()))
                .add());
        batch.execute();
    }

    private static Map<CredentialName, Past> read(Query query) {
        Map<CredentialName, Past> pasts = new HashMap<>();
        query.map((row, _) -> Map.entry(new CredentialName(row.getString(1)), past(row)))
                .forEach(entry -> pasts.put(entry.getKey(), entry.getValue()));
        return pasts;
    }

    private static Past past(ResultSet row) throws SQLException {
        String print = row.getString(3);
        Optional<Past.Proof> last = print == null
                ? Optional.empty()
                : Optional.of(new Past.Proof(
                        new TokenRef(new TokenId(row.getLong(2)), new Fingerprint(print)),
                        Instant.ofEpochMilli(row.getLong(4))));
        return new Past(last, tokens(row.getString(5)));
    }

    private static String text(List<OldToken> tokens) {
        return tokens.stream()
                .map(token -> token.id().map(TokenId::toString).orElse("") + "/" + token.fingerprint())
                .collect(Collectors.joining(" "));
    }

    private static List<OldToken> tokens(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(PastTable::token).toList();
    }

    private static OldToken token(String text) {
        int slash = text.indexOf('/');
        Optional<TokenId> id =
                slash == 0 ? Optional.empty() : Optional.of(new TokenId(Long.parseLong(text.substring(0, slash))));
        return new OldToken(id, new Fingerprint(text.substring(slash + 1)));
    }
}
