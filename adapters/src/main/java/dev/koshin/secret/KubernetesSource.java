package dev.koshin.secret;

import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.function.Function;

/** One key of a Secret; how a cluster is asked is somebody else's to know. */
record KubernetesSource(KubernetesReference reference, Function<KubernetesReference, Effect<Secret>> reader)
        implements SecretSource {
    @Override
    public Effect<Secret> resolve() {
        return switch (reader.apply(reference)) {
            case Effect.Done<Secret>(Secret value) -> value.reveal(text -> Answers.value(this, text));
            case Effect.Refused<Secret>(Problem problem) -> Answers.refused(this, why(problem));
            case Effect.Unclear<Secret>(Problem problem) -> Answers.refused(this, why(problem));
        };
    }

    private static String why(Problem problem) {
        List<String> details = problem.details();
        String last = details.isEmpty() ? "" : ", " + details.getLast();
        return "cannot be read: " + problem.reason().code() + last;
    }

    @Override
    public String description() {
        return reference.toString();
    }

    @Override
    public String toString() {
        return description();
    }
}
