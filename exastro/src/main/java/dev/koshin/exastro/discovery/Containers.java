package dev.koshin.exastro.discovery;

import java.nio.file.Path;
import java.util.List;

/**
 * What a container engine shows.
 *
 * @param engine {@code docker} or {@code podman}
 */
record Containers(String engine, Look<List<Box>> look) {
    /** What is to be told if it shows nothing. */
    Remark nothing() {
        return look.why()
                .map(why -> why.contains("permission denied")
                        ? Remark.of(Point.ENGINE_DENIED, engine)
                        : Remark.of(Point.ENGINE_UNSEEN, engine, why))
                .orElseGet(() -> Remark.of(Point.CONTAINER_MISSING, engine));
    }

    List<Box> boxes() {
        return look.value().orElse(List.of());
    }

    /** Those of one project. */
    Containers of(Path project) {
        return new Containers(
                engine,
                look.flatMap(all -> new Look.Seen<>(all.stream()
                        .filter(box -> Folders.same(box.project(), project))
                        .toList())));
    }
}
