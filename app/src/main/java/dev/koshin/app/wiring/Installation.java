package dev.koshin.app.wiring;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.inventory.Inventory;
import dev.koshin.journal.Journal;
import dev.koshin.journal.TokenMemory;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Renewals;
import dev.koshin.renew.Tools;
import java.util.List;
import java.util.Map;

/**
 * Everything that a command works with, put together for one run.
 *
 * @param skipped what was found and left out, with the code of the reason
 * @param concurrency how many credentials are renewed at a time
 * @param closing gives everything back
 */
public record Installation(
        List<Credential> credentials,
        Map<String, String> skipped,
        Journal journal,
        TokenMemory memory,
        Inventory inventory,
        Tools tools,
        int concurrency,
        Runnable closing)
        implements AutoCloseable {

    /** Looks at {@code chosen}, and writes nothing. */
    public Gathered look(List<Credential> chosen) {
        return inventory.gather(chosen, credentials);
    }

    /** Looks at {@code chosen}, and remembers what GitLab was asked about. */
    public Gathered gather(List<Credential> chosen) {
        Gathered gathered = look(chosen);
        if (!gathered.learned().isEmpty()) {
            memory.remember(gathered.learned());
        }
        return gathered;
    }

    /** A fleet that begins no more after {@code maxFailures}. */
    public Fleet fleet(int maxFailures) {
        return new Fleet(new Renewals(tools), concurrency, maxFailures);
    }

    @Override
    public void close() {
        closing.run();
    }
}
