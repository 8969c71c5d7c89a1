package dev.koshin.journal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process of its own that writes to a journal until it is killed. */
final class Child {
    private static final int WRITERS = 8;

    private Child() {}

    /** Starts one at {@code place}. */
    static Process start(Place place) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Child.class.getName(), place.url(), place.user().orElse("")));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        place.password()
                .ifPresent(
                        secret -> secret.reveal(value -> builder.environment().put("TEST_PASSWORD", value)));
        return builder.start();
    }

    /** What it says, line by line. */
    static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
    }

    public static void main(String... args) {
        Optional<String> user = Optional.of(args[1]).filter(name -> !name.isEmpty());
        Optional<Secret> password =
                Optional.ofNullable(System.getenv("TEST_PASSWORD")).map(Secret::of);
        try (SqlJournals.Opened journal = new Place(args[0], user, password).write(InstantSource.system());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                threads.execute(() -> writeForEver(journal));
            }
        } catch (JournalUnavailable e) {
            System.out.println(e.problem());
        }
    }

    /** Says "credential number" for each entry that the journal has accepted. */
    private static void writeForEver(SqlJournals.Opened journal) {
        CredentialName name = Samples.credential();
        RenewalId id = RenewalId.random(Samples.RANDOM);
        Lease lease = Samples.granted(journal, name);
        journal.append(lease, List.of(Samples.started(id, name)));
        for (int i = 0; ; i++) {
            journal.append(lease, List.of(new Entry.Applied(id, List.of(Integer.toString(i)))));
            System.out.println(name + " " + i);
        }
    }
}
