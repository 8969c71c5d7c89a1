package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values that were presented to one GitLab in one run, known by fingerprint. */
final class Bearers {
    private final Map<Fingerprint, Bearer> known = new ConcurrentHashMap<>();

    Bearer of(Secret value) {
        return known.computeIfAbsent(value.fingerprint(), _ -> new Bearer());
    }
}
