package dev.koshin.journal.sql;

import dev.koshin.journal.Claim;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A change that somebody waits for. */
sealed interface Work {
    /** Where the one who waits gets the answer. */
    Answer<?> answer();

    /** The credential whose lease it is about. */
    Optional<CredentialName> credential();

    /** See {@link dev.koshin.journal.Journal#acquire}. */
    record Acquire(CredentialName name, Duration time, Answer<Claim> answer) implements Work {
        @Override
        public Optional<CredentialName> credential() {
            return Optional.of(name);
        }
    }

    /** See {@link dev.koshin.journal.Journal#append}; {@code last} gives the lease back. */
    record Append(Lease lease, List<Line> lines, boolean last, Answer<Lease> answer) implements Work {
        @Override
        public Optional<CredentialName> credential() {
            return Optional.of(lease.credential());
        }
    }

    /** See {@link dev.koshin.journal.TokenMemory#remember}. */
    record Remember(Collection<KnownToken> tokens, Answer<Collection<KnownToken>> answer) implements Work {
        @Override
        public Optional<CredentialName> credential() {
            return Optional.empty();
        }
    }
}
