package dev.koshin.simulator.state;

import java.util.ArrayList;
import java.util.List;

/** Collects what a request does. Not thread-safe: {@link World} guards it. */
final class Changes {
    private List<Change> noted = new ArrayList<>();

    void made(String kind, long id) {
        noted.add(new Change(kind, id, Change.Verb.MADE));
    }

    void changed(String kind, long id) {
        noted.add(new Change(kind, id, Change.Verb.CHANGED));
    }

    void revoked(String kind, long id) {
        noted.add(new Change(kind, id, Change.Verb.REVOKED));
    }

    void deleted(String kind, long id) {
        noted.add(new Change(kind, id, Change.Verb.DELETED));
    }

    /** What was noted since the last call. */
    List<Change> take() {
        if (noted.isEmpty()) {
            return List.of();
        }
        List<Change> taken = noted;
        noted = new ArrayList<>();
        return taken;
    }
}
