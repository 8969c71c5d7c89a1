package dev.koshin.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inside a container or a pod, and how a program is started there. No part of it may begin like an option of the
 * program that goes there.
 */
public sealed interface Inside {
    /** The words that run {@code words} there, with this side's standard input if {@code input}. */
    List<String> exec(boolean input, List<String> words);

    /** For people: {@code docker exec mariadb}. */
    default String name() {
        return String.join(" ", exec(false, List.of()));
    }

    /**
     * In a container of docker.
     *
     * @param program the words that call docker
     */
    record Docker(List<String> program, String container) implements Inside {
        public Docker {
            program = List.copyOf(program);
            Word.require(container);
        }

        /** With docker as it is called usually. */
        public Docker(String container) {
            this(List.of("docker"), container);
        }

        @Override
        public List<String> exec(boolean input, List<String> words) {
            return Container.exec(program, container, input, words);
        }
    }

    /**
     * In a container of podman.
     *
     * @param program the words that call podman
     */
    record Podman(List<String> program, String container) implements Inside {
        public Podman {
            program = List.copyOf(program);
            Word.require(container);
        }

        /** With podman as it is called usually. */
        public Podman(String container) {
            this(List.of("podman"), container);
        }

        @Override
        public List<String> exec(boolean input, List<String> words) {
            return Container.exec(program, container, input, words);
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
            implements Inside {
        public Kubernetes {
            program = List.copyOf(program);
            namespace.ifPresent(Word::require);
            container.ifPresent(Word::require);
            Word.require(workload);
        }

        /** With kubectl as it is called usually. */
        public Kubernetes(Optional<String> namespace, Optional<String> container, String workload) {
            this(List.of("kubectl"), namespace, container, workload);
        }

        /** The words that call kubectl for this cluster. */
        public static List<String> kubectl(Optional<Path> kubeconfig, Optional<String> context) {
            List<String> words = new ArrayList<>(List.of("kubectl"));
            kubeconfig.ifPresent(file -> words.addAll(List.of("--kubeconfig", file.toString())));
            context.ifPresent(name -> words.addAll(List.of("--context", name)));
            return List.copyOf(words);
        }

        @Override
        public List<String> exec(boolean input, List<String> words) {
            List<String> line = new ArrayList<>(program);
            line.add("exec");
            if (input) {
                line.add("-i");
            }
            namespace.ifPresent(name -> line.addAll(List.of("-n", name)));
            container.ifPresent(name -> line.addAll(List.of("-c", name)));
            line.add(workload);
            if (!words.isEmpty()) {
                line.add("--");
                line.addAll(words);
            }
            return List.copyOf(line);
        }
    }

    /** What docker and podman have in common. */
    final class Container {
        private Container() {}

        private static List<String> exec(List<String> program, String container, boolean input, List<String> words) {
            return Stream.of(
                            program,
                            List.of("exec"),
                            input ? List.of("-i") : List.<String>of(),
                            List.of(container),
                            words)
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
