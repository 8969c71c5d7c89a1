package dev.koshin.inventory;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.parallel.Together;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issuer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** "Which token is this value?", to be put to GitLab. */
record Question(Secret secret, Issuer issuer) {
    /** Puts those questions that {@code which} chooses, side by side; the issuers limit how many at a time. */
    static Map<Fingerprint, Effect<Inspection>> askAll(
            Map<Fingerprint, Question> questions, Predicate<Fingerprint> which) {
        Map<Fingerprint, Question> chosen = new HashMap<>(questions);
        chosen.keySet().removeIf(which.negate());
        Map<Fingerprint, Effect<Inspection>> answers = new ConcurrentHashMap<>();
        Together.each(
                chosen.entrySet(),
                entry -> answers.put(
                        entry.getKey(),
                        entry.getValue().issuer().inspect(entry.getValue().secret())));
        return answers;
    }
}
