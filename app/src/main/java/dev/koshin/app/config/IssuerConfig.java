package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A way to make a credential's tokens; one record for each {@code kind}. */
public sealed interface IssuerConfig {
    /** GitLab's REST API, with an administrator's token. */
    record GitLabRest() implements IssuerConfig {}

    /**
     * The command {@code gitlab-rails} of the server itself, for which no token is needed.
     *
     * @param patience how long it may take until it answers
     */
    record GitLabRails(Place place, Duration patience) implements IssuerConfig {
        /** The default of {@code patience}; Ruby needs minutes to start. */
        public static final Duration WAIT = Duration.ofMinutes(15);
    }

    /** GitLab's own pages, as the token's owner, who must not have a second factor. */
    record GitLabWeb(SecretSource password) implements IssuerConfig {}

    /** A person, who is told what to click. */
    record Manual() implements IssuerConfig {}

    /** Where {@code gitlab-rails} is. */
    sealed interface Place {
        /** On this machine. */
        record Local() implements Place {}

        /**
         * In a container of docker.
         *
         * @param program the words that call docker
         */
        record Docker(List<String> program, String container) implements Place {
            public Docker {
                program = List.copyOf(program);
            }
        }

        /**
         * In a container of podman, of the user who runs Koshin.
         *
         * @param program the words that call podman
         */
        record Podman(List<String> program, String container) implements Place {
            public Podman {
                program = List.copyOf(program);
            }
        }

        /**
         * In a pod.
         *
         * @param program the words that call kubectl, with what tells it which cluster
         * @param pod its name, or {@code deploy/NAME}
         */
        record Kubectl(List<String> program, Optional<String> namespace, String pod, Optional<String> container)
                implements Place {
            public Kubectl {
                program = List.copyOf(program);
            }

            /** The words that call kubectl for this cluster. */
            public static List<String> program(Optional<Path> kubeconfig, Optional<String> context) {
                return Stream.of(
                                Stream.of("kubectl"),
                                kubeconfig.stream().flatMap(file -> Stream.of("--kubeconfig", file.toString())),
                                context.stream().flatMap(name -> Stream.of("--context", name)))
                        .flatMap(words -> words)
                        .toList();
            }
        }

        /**
         * On another machine.
         *
         * @param prefix words before {@code gitlab-rails} there, such as {@code sudo}
         */
        record Ssh(String host, List<String> prefix) implements Place {
            public Ssh {
                prefix = List.copyOf(prefix);
            }
        }
    }
}
