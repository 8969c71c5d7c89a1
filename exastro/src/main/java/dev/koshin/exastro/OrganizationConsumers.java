package dev.koshin.exastro;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who uses an organization's token. ITA's API reads the row at each request, so nothing has to be told; an Ansible
 * execution keeps the token it read at its start until its end, perhaps for hours.
 */
final class OrganizationConsumers implements Consumers {
    private final SortedSet<String> ids;
    private final RunningExecutions executions;

    OrganizationConsumers(SortedSet<String> ids, RunningExecutions executions) {
        this.ids = ids;
        this.executions = executions;
    }

    @Override
    public Effect<List<String>> apply(Fingerprint fresh) {
        return new Effect.Done<>(List.of());
    }

    @Override
    public Effect<SortedSet<Use>> running(Fingerprint fresh) {
        return executions.now().map(all -> {
            SortedSet<Use> mine = new TreeSet<>();
            ids.forEach(id -> mine.addAll(all.getOrDefault(id, List.of())));
            return mine;
        });
    }
}
