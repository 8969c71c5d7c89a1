package dev.koshin.simulator.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The releases that can be pretended. */
public final class Profiles {
    /** Nobody recorded this release, so nobody knows its revision. */
    private static final String UNRECORDED = "0000000000a";

    private static final Map<String, Profile> ALL = List.of(
                    Profile.of("15.11", new Release("15.11.13", UNRECORDED, false)),
                    Profile.of("16.11", new Release("16.11.10", UNRECORDED, true)),
                    Profile.of("17.11", new Release("17.11.7", "5f9db3887f3", true)),
                    Profile.of("18.11", new Release("18.11.5", "9b638f3c686", true)),
                    Profile.of("19.1", new Release("19.1.1", "a88e17d191e", true)))
            .stream()
            .collect(Collectors.toMap(Profile::name, Function.identity(), (first, _) -> first, TreeMap::new));

    private Profiles() {}

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static Profile named(String name) {
        Profile profile = ALL.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "no GitLab profile \"" + name + "\"; there are: " + String.join(", ", names()));
        }
        return profile;
    }

    /** All names, oldest release first. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }
}
