package dev.koshin.issuer.gitlabrails;

import java.util.List;
import java.util.Optional;

/** Where {@code gitlab-rails} is. No part of a place may begin like an option of the program that goes there. */
public sealed interface RailsPlace {
    /**
     * On this machine.
     *
     * @param program {@code gitlab-rails}, or the path to it
     */
    record Local(String program) implements RailsPlace {
        public Local {
            requireWord(program);
        }
    }

    /**
     * In a container of docker.
     *
     * @param program the words that call docker
     */
    record Docker(List<String> program, String container) implements RailsPlace {
        public Docker {
            program = List.copyOf(program);
            requireWord(container);
        }

        /** With docker as it is called usually. */
        public Docker(String container) {
            this(List.of("docker"), container);
        }
    }

    /**
     * In a container of podman.
     *
     * @param program the words that call podman
     */
    record Podman(List<String> program, String container) implements RailsPlace {
        public Podman {
            program = List.copyOf(program);
            requireWord(container);
        }

        /** With podman as it is called usually. */
        public Podman(String container) {
            this(List.of("podman"), container);
        }
    }

    /**
     * In a pod.
     *
     * @param program the words that call kubectl, with what tells it which cluster
     * @param namespace empty: that of kubectl's context
     * @param container empty: kubectl chooses
     * @param workload the pod's name, or what leads to it: {@code deploy/gitlab}
     */
    record Kubernetes(List<String> program, Optional<String> namespace, Optional<String> container, String workload)
            implements RailsPlace {
        public Kubernetes {
            program = List.copyOf(program);
            namespace.ifPresent(RailsPlace::requireWord);
            container.ifPresent(RailsPlace::requireWord);
            requireWord(workload);
        }

        /** With kubectl as it is called usually. */
        public Kubernetes(Optional<String> namespace, Optional<String> container, String workload) {
            this(List.of("kubectl"), namespace, container, workload);
        }
    }

    /**
     * On another machine, reached with this system's client, its keys and its configuration; it is asked for no
     * password.
     *
     * @param host as {@code ssh} takes it: {@code gitlab}, {@code git@gitlab.example}
     * @param prefix words before the remote command: {@code sudo}, or {@code docker exec -i gitlab}
     */
    record Ssh(String host, List<String> prefix) implements RailsPlace {
        public Ssh {
            prefix = List.copyOf(prefix);
            requireWord(host);
        }
    }

    private static void requireWord(String word) {
        if (word.isBlank() || word.startsWith("-") || word.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("neither empty nor an option: " + word);
        }
    }
}
