package dev.koshin.apply.kubernetes;

import java.time.Duration;
import java.util.List;

/**
 * Who must start anew, and what they must hold then.
 *
 * @param deployments by their names; one that does not exist, or is scaled to 0, has nothing to restart
 * @param secrets the names of the Secrets that hold the value; a Deployment must take it from one of them
 * @param variable the environment variable that holds the value in the pods
 * @param limit until all of them have been rolled out
 */
public record RolloutOptions(
        String namespace, List<String> deployments, List<String> secrets, String variable, Duration limit) {
    /** The only one that uses Exastro's root token. */
    public static final String DEPLOYMENT = "ita-api-admin";

    /** From which it takes the token. */
    public static final String SECRET = "ita-secret-gitlab";

    /** As which it takes the token. */
    public static final String VARIABLE = "GITLAB_ROOT_TOKEN";

    /** Ten minutes, which is as long as Kubernetes itself waits for progress. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    public RolloutOptions {
        deployments = List.copyOf(deployments);
        secrets = List.copyOf(secrets);
    }

    /** Those of Exastro's chart. */
    public static RolloutOptions exastro(String namespace) {
        return new RolloutOptions(namespace, List.of(DEPLOYMENT), List.of(SECRET), VARIABLE, LIMIT);
    }
}
