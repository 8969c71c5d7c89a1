package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.process.Runner;
import dev.koshin.spi.Pauses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Looks for an installation of Exastro, and drafts a configuration for the one it finds. Changes nothing. */
public final class ExastroDiscovery {
    private static final String USUAL_FOLDER = "exastro-docker-compose";

    /** Who is not allowed to see one thing may see others. */
    private static final String REFUSED = "HTTP 403";

    private static final List<String> SERVICES = List.of(RootToken.READER, RootToken.GITLAB, Database.BUNDLED);

    private final Surroundings surroundings;
    private final Runner runner;
    private final Pauses pauses;
    private final Doors doors;

    ExastroDiscovery(Surroundings surroundings, Runner runner, Pauses pauses, Doors doors) {
        this.surroundings = surroundings;
        this.runner = runner;
        this.pauses = pauses;
        this.doors = doors;
    }

    /** With the network of this host. */
    public static ExastroDiscovery in(Surroundings surroundings, Runner runner, Pauses pauses) {
        return new ExastroDiscovery(surroundings, runner, pauses, new RealDoors());
    }

    /** Asks each question once. */
    public Discovered look(Wish wish) {
        if (wish.compose().isPresent()) {
            return named(wish.compose().get());
        }
        return wish.namespace().map(name -> named(name, wish)).orElseGet(() -> anywhere(wish));
    }

    private Discovered named(Path folder) {
        Path directory = Folders.real(folder);
        return Folders.isProject(directory)
                ? compose(directory, containers())
                : nowhere(Remark.of(Point.NO_PROJECT, directory.toString()));
    }

    private static Discovered nowhere(Remark... looked) {
        return new Discovered.Nowhere(List.of(looked));
    }

    private List<Containers> containers() {
        ContainerSearch search = new ContainerSearch(runner);
        return surroundings.engines().entrySet().stream()
                .map(one -> new Containers(one.getKey(), search.of(one.getValue(), SERVICES)))
                .toList();
    }

    private Discovered compose(Path directory, List<Containers> containers) {
        ComposeFacts facts = new ComposeSearch(doors, surroundings.environment()).of(directory, containers);
        return facts.withoutGitLab()
                ? new Discovered.WithoutGitLab(
                        directory.toString(), facts.file().toString())
                : new Discovered.Drafted(ComposeDraft.of(facts));
    }

    private Optional<Access> access() {
        return Kubeconfigs.of(surroundings.environment(), surroundings.homes());
    }

    private Discovered named(String namespace, Wish wish) {
        return access().map(access -> inCluster(access, resources -> known(namespace, access, wish, resources)))
                .orElseGet(() -> nowhere(Remark.of(Point.NO_CLUSTER, "no kubeconfig")));
    }

    private <T> T inCluster(Access access, Function<Resources, T> question) {
        try (Cluster cluster = Cluster.of(ClusterOptions.of(access.kubeconfig(), access.context()), pauses)) {
            return question.apply(new Resources(cluster));
        }
    }

    private Discovered known(String namespace, Access access, Wish wish, Resources resources) {
        String name = "Deployment " + namespace + "/" + RootToken.READER;
        Look<Optional<JsonNode>> look = resources.deployment(namespace, RootToken.READER);
        if (look.value().filter(Optional::isEmpty).isPresent()) {
            return nowhere(Remark.of(Point.RESOURCE_MISSING, name));
        }
        Optional<String> silent = look.why().filter(why -> !why.startsWith(REFUSED));
        return silent.isPresent()
                ? nowhere(Remark.of(Point.NO_CLUSTER, silent.get()))
                : kubernetes(namespace, access, wish, resources);
    }

    private Discovered kubernetes(String namespace, Access access, Wish wish, Resources resources) {
        ClusterFacts facts =
                new ClusterSearch(doors, resources).of(namespace, access, wish.values(), surroundings.here());
        return facts.parts().withoutGitLab()
                ? new Discovered.WithoutGitLab(namespace, "ConfigMap " + ClusterParts.GITLAB_PARAMETERS)
                : new Discovered.Drafted(ClusterDraft.of(facts));
    }

    private Discovered anywhere(Wish wish) {
        List<Containers> containers = containers();
        List<Remark> looked = new ArrayList<>();
        Set<Path> projects = projects(containers, looked);
        Optional<Access> access = access();
        List<String> namespaces = namespaces(access, looked);
        if (projects.size() + namespaces.size() > 1) {
            return new Discovered.Several(Stream.concat(
                            projects.stream().map(folder -> "--compose " + folder),
                            namespaces.stream().map(name -> "--kubernetes " + name))
                    .toList());
        }
        if (!projects.isEmpty()) {
            return compose(projects.iterator().next(), containers);
        }
        return namespaces.isEmpty()
                ? new Discovered.Nowhere(looked)
                : inCluster(access.orElseThrow(), one -> kubernetes(namespaces.getFirst(), access.get(), wish, one));
    }

    private Set<Path> projects(List<Containers> containers, List<Remark> looked) {
        Set<Path> found = new LinkedHashSet<>();
        Stream.concat(
                        surroundings.homes().stream().map(home -> home.resolve(USUAL_FOLDER)),
                        Stream.of(surroundings.here()))
                .forEach(folder -> {
                    if (Folders.isExastro(folder, RootToken.READER)) {
                        found.add(Folders.real(folder));
                    } else {
                        looked.add(Remark.of(Point.NO_PROJECT, folder.toString()));
                    }
                });
        containers.forEach(one -> {
            one.boxes().stream()
                    .filter(box -> box.service().equals(RootToken.READER) && Files.isDirectory(box.project()))
                    .forEach(box -> found.add(Folders.real(box.project())));
            looked.add(one.nothing());
        });
        return found;
    }

    private List<String> namespaces(Optional<Access> access, List<Remark> looked) {
        Look<List<String>> found = access.map(one -> inCluster(one, here -> here.namespacesWith(RootToken.READER)))
                .orElseGet(() -> new Look.Unseen<>("no kubeconfig"));
        List<String> names = found.value().orElse(List.of());
        found.why().ifPresent(why -> looked.add(Remark.of(Point.NO_CLUSTER, why)));
        if (found.value().isPresent() && names.isEmpty()) {
            looked.add(Remark.of(Point.RESOURCE_MISSING, "Deployment " + RootToken.READER));
        }
        return names;
    }
}
