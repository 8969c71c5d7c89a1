package dev.koshin.secret;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The environment of this process, and which of its variables are secrets because a reference names them. Equal to
 * another with the same variables, whatever is known of them.
 */
final class Environment {
    private final Map<String, String> variables;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** A reference to {@code name}, which no program finds in its environment from then on. */
    SecretSource secret(String name) {
        secrets.add(name);
        return new EnvironmentSource(name, variables);
    }

    /** What a program finds in its environment. */
    Map<String, String> ofPrograms() {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeAll(secrets);
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Environment environment && variables.equals(environment.variables);
    }

    @Override
    public int hashCode() {
        return variables.hashCode();
    }

    /** The environment must not be printed. */
    @Override
    public String toString() {
        return "environment";
    }
}
