package dev.koshin.app.wiring;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.inventory.Inventory;
import dev.koshin.journal.Journal;
import dev.koshin.journal.Past;
import dev.koshin.journal.TokenMemory;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.renew.Fleet;
import dev.koshin.renew.Renewals;
import dev.koshin.renew.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a command works with, put together for one run.
 *
 * @param wayBack what is kept of old values
 * @param concurrency how many credentials are renewed at a time
 * @param closing gives everything back
 */
public record Installation(
        Credentials found,
        Journal journal,
        TokenMemory memory,
        ServerVersion server,
        Inventory inventory,
        Tools tools,
        WayBack wayBack,
        int concurrency,
        Runnable closing)
        implements AutoCloseable {

    /** All credentials. */
    public List<Credential> credentials() {
        return found.all();
    }

    /** What was found and left out, with the code of the reason. */
    public Map<String, String> skipped() {
        return found.skipped();
    }

    /** Why some credentials are not even known; whoever asks for all of them must not go on. */
    public Optional<Problem> unseen() {
        return found.unseen();
    }

    /** {@code members} in the order in which they must be renewed: first what the others are renewed with. */
    public List<List<Fleet.Member>> waves(List<Fleet.Member> members) {
        Map<Boolean, List<Fleet.Member>> split = members.stream()
                .collect(Collectors.partitioningBy(member ->
                        found.first().filter(member.credential()::equals).isPresent()));
        return Stream.of(true, false)
                .map(first -> split.getOrDefault(first, List.of()))
                .toList();
    }

    /** Looks at {@code chosen}, and writes nothing. */
    public Gathered look(List<Credential> chosen) {
        return inventory.gather(chosen, credentials());
    }

    /** Looks at {@code chosen}, and remembers what GitLab was asked about. */
    public Gathered gather(List<Credential> chosen) {
        Gathered gathered = look(chosen);
        if (!gathered.learned().isEmpty()) {
            memory.remember(gathered.learned());
        }
        return gathered;
    }

    /** What was proven for credentials that are not configured any more, or whose rows are gone. */
    public Map<CredentialName, Past.Proof> gone(Gathered gathered) {
        Map<CredentialName, Past.Proof> gone = new TreeMap<>();
        gathered.pasts().forEach((name, past) -> past.last().ifPresent(proof -> gone.put(name, proof)));
        credentials().forEach(credential -> gone.remove(credential.name()));
        return gone;
    }

    /** The engine, for one credential. */
    public Renewals renewals() {
        return new Renewals(tools);
    }

    /** A fleet that begins no more after {@code maxFailures}. */
    public Fleet fleet(int maxFailures) {
        return new Fleet(renewals(), concurrency, maxFailures);
    }

    @Override
    public void close() {
        closing.run();
    }
}
