package dev.koshin.matrix;

import dev.koshin.simulator.profile.Profiles;
import java.util.List;

/** The releases of GitLab that the stories are played with: all that can be pretended. */
final class Releases {
    static final List<String> ALL = Profiles.names();

    private Releases() {}
}
