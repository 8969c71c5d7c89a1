package dev.koshin.journal;

import dev.koshin.model.Fingerprint;
import java.util.Collection;
import java.util.Map;

/** Remembers which token a value is, so that GitLab need not be asked again. Losing it costs calls, nothing else. */
public interface TokenMemory {
    /** All that is known. */
    Map<Fingerprint, KnownToken> known();

    /** Adds {@code tokens}; what is said last about a value counts. */
    void remember(Collection<KnownToken> tokens);
}
