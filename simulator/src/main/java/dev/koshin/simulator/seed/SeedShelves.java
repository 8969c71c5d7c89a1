package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.DeployToken;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Scope;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Trigger;
import dev.koshin.simulator.state.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies in projects, groups and the instance.
 *
 * <p>Written by a saved state. Triggers and variables stand there in clear, because GitLab shows them in clear too.
 */
public record SeedShelves(List<DeployToken> deployTokens, List<Trigger> triggers, List<Lying> variables) {
    /** Copies the lists. */
    public SeedShelves {
        deployTokens = List.copyOf(deployTokens);
        triggers = List.copyOf(triggers);
        variables = List.copyOf(variables);
    }

    /**
     * A variable and its place.
     *
     * @param place empty: the instance
     */
    public record Lying(Optional<Place> place, Variable variable) {
        private Scope scope() {
            return place.<Scope>map(Scope.In::new).orElseGet(Scope.Instance::new);
        }
    }

    static SeedShelves of(State state) {
        List<Lying> variables = new ArrayList<>();
        state.variables()
                .all()
                .forEach((scope, here) -> here.forEach(variable -> variables.add(lying(scope, variable))));
        return new SeedShelves(
                state.deployTokens().all().values().stream()
                        .flatMap(List::stream)
                        .toList(),
                state.triggers().all().values().stream().flatMap(List::stream).toList(),
                variables);
    }

    void addTo(State state) {
        deployTokens.forEach(token -> state.deployTokens().add(token.place(), token.id(), token));
        triggers.forEach(trigger -> state.triggers().add(trigger.place(), trigger.id(), trigger));
        variables.forEach(
                lying -> state.variables().add(lying.scope(), state.variables().nextId(), lying.variable()));
    }

    private static Lying lying(Scope scope, Variable variable) {
        return switch (scope) {
            case Scope.Instance _ -> new Lying(Optional.empty(), variable);
            case Scope.In(Place place) -> new Lying(Optional.of(place), variable);
        };
    }
}
