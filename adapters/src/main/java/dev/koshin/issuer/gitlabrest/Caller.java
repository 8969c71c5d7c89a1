package dev.koshin.issuer.gitlabrest;

import dev.koshin.spi.Effect;

/** Somebody in whose name GitLab is called. */
@FunctionalInterface
interface Caller {
    /** Done for any answer of {@link Kind#OK} and of {@code accepted}. */
    Effect<Answer> ask(Call call, Kind... accepted);
}
