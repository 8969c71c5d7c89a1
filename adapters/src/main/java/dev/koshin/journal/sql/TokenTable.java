package dev.koshin.journal.sql;

import dev.koshin.journal.KnownToken;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table koshin_known_token. */
record TokenTable(Handle handle, Dialect dialect) {

    Map<Fingerprint, KnownToken> all() {
        Map<Fingerprint, KnownToken> known = new HashMap<>();
        handle.createQuery("SELECT fingerprint, token_id, user_id, at_millis FROM koshin_known_token")
                .map((row, _) -> new KnownToken(
                        new Fingerprint(row.getString(1)),
                        new TokenId(row.getLong(2)),
                        new UserId(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4))))
                .forEach(token -> known.put(token.fingerprint(), token));
        return known;
    }

    /** Adds or changes them, in the same order as every other process, so that none waits for another in a circle. */
    void add(Collection<KnownToken> tokens) {
        Map<Fingerprint, KnownToken> inOrder = new TreeMap<>();
        tokens.forEach(token -> inOrder.put(token.fingerprint(), token));
        if (inOrder.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(dialect.upsert(
                "koshin_known_token (fingerprint, token_id, user_id, at_millis) VALUES (?, ?, ?, ?)",
                "fingerprint",
                List.of("token_id", "user_id", "at_millis")));
        inOrder.values()
                .forEach(token -> batch.add(
                        token.fingerprint().value(),
                        token.id().value(),
                        token.user().value(),
                        token.at().toEpochMilli()));
        batch.execute();
    }
}
