package dev.koshin.app.doctor;

import dev.koshin.app.view.Check;
import java.util.List;

/** One subject of the examination. */
@FunctionalInterface
interface Subject {
    /** Its checks, in their order; none that does not apply to this installation. Has an end, whatever is down. */
    List<Check> examine();
}
