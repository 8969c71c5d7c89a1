package dev.koshin.simulator.profile;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One GitLab release. How it behaves follows from its number and the tables of this package.
 *
 * @param name how an operator asks for it: {@code 17.11}
 * @param minor by which behaviour differs
 * @param features what it can do
 */
public record Profile(String name, Release release, Minor minor, Set<Feature> features) {
    /** Copies the set. */
    public Profile {
        features = Set.copyOf(features);
    }

    static Profile of(String name, Release release) {
        Minor minor = Minor.of(release.number());
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> !feature.in(minor));
        return new Profile(name, release, minor, features);
    }

    /** Whether this release can do it. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The keys of an entity in answers, in their order. */
    public List<String> keys(Entity entity) {
        return entity.keys(minor);
    }

    /** The scopes that a personal access token may carry. */
    public Set<String> scopes() {
        return Scopes.personal(minor);
    }

    /** The scopes that a token of a project or group may carry. */
    public Set<String> resourceScopes() {
        return Scopes.resource(minor);
    }

    /** The scopes that a deploy token may carry. */
    public Set<String> deployScopes() {
        return Scopes.deploy(minor);
    }

    /** How new values are spelled when the instance writes the long form. */
    public TokenFormat routableFormat() {
        return has(Feature.ROUTABLE_TOKENS) ? TokenFormat.ROUTABLE_V2 : TokenFormat.ROUTABLE_V1;
    }

    /** {@code last_used_at} is not moved again before this much time has passed. */
    public Duration lastUsedStep() {
        return has(Feature.FREQUENT_LAST_USED) ? Duration.ofMinutes(10) : Duration.ofDays(1);
    }
}
