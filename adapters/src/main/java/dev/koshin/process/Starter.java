package dev.koshin.process;

import java.io.IOException;

/** Whoever starts programs that are talked with. */
@FunctionalInterface
public interface Starter {
    /** Starts {@code command}, which has no limit but that of each answer; its input is the first that it hears. */
    Dialogue start(Command command) throws IOException;
}
