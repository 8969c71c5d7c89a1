package dev.koshin.journal;

import java.time.Instant;
import java.util.Optional;

/** Remembers which version GitLab had when somebody last asked; losing it costs a note, nothing else. */
public interface ServerMemory {
    /** What was last seen; empty if nobody ever asked. */
    Optional<ServerSeen> server();

    /** Somebody saw {@code version} at {@code at}; nothing changes if it is the same as before. */
    void saw(String version, Instant at);

    /**
     * A version, and since when it is known.
     *
     * @param version as GitLab writes it: {@code 15.11.13}, {@code 19.1.1-ee}
     * @param before the version that was seen before this one; empty if this is the first
     */
    record ServerSeen(String version, Instant since, Optional<String> before) {
        /** What is remembered once {@code now} is seen at {@code at}, after {@code this}. */
        public ServerSeen then(String now, Instant at) {
            return now.equals(version) ? this : new ServerSeen(now, at, Optional.of(version));
        }
    }
}
