package dev.koshin.secret;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes references to secrets. Two references to the same place are equal. */
public final class SecretSources {
    /** How long a command may take. */
    public static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    private final Function<KubernetesReference, Effect<Secret>> clusters;
    private final Environment environment;
    private final Home home;
    private final Duration commandLimit;

    /**
     * References of one user.
     *
     * @param environment variables that can be referred to; commands find the others in their environment
     * @param home what {@code ~} stands for
     */
    public SecretSources(Map<String, String> environment, Home home) {
        this(environment, home, SecretSources::nowhere);
    }

    /**
     * References of one user, also to Secrets in clusters.
     *
     * @param clusters reads such a Secret
     */
    public SecretSources(
            Map<String, String> environment, Home home, Function<KubernetesReference, Effect<Secret>> clusters) {
        this(environment, home, clusters, COMMAND_LIMIT);
    }

    SecretSources(Map<String, String> environment, Home home, Duration commandLimit) {
        this(environment, home, SecretSources::nowhere, commandLimit);
    }

    private SecretSources(
            Map<String, String> environment,
            Home home,
            Function<KubernetesReference, Effect<Secret>> clusters,
            Duration commandLimit) {
        this.clusters = clusters;
        this.environment = new Environment(environment);
        this.home = home;
        this.commandLimit = commandLimit;
    }

    private static Effect<Secret> nowhere(KubernetesReference reference) {
        return new Effect.Refused<>(Problem.of(Reason.SECRET_UNRESOLVED, reference.toString(), "no cluster is known"));
    }

    /** One key of a Secret. */
    public SecretSource kubernetesSecret(KubernetesReference reference) {
        return new KubernetesSource(reference, clusters);
    }

    /** The value of an environment variable. */
    public SecretSource env(String name) {
        return environment.secret(name);
    }

    /** The only line of a file. */
    public SecretSource file(Path path) {
        return new FileSource(home.expand(path));
    }

    /** What a {@code .env} file of docker compose assigns to {@code key}. */
    public SecretSource envFile(Path path, String key) {
        return new EnvFileSource(home.expand(path), key);
    }

    /**
     * The first line that a command writes. It runs without a shell and with a closed standard input, must end with
     * status 0 within {@link #COMMAND_LIMIT}, and is killed with its children if it does not.
     *
     * @param argv the program and its arguments
     */
    public SecretSource command(List<String> argv) {
        return new CommandSource(argv, environment, commandLimit);
    }
}
