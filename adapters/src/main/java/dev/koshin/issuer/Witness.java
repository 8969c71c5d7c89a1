package dev.koshin.issuer;

import dev.koshin.model.Secret;
import dev.koshin.spi.Issuer;

/** An issuer that also examines tokens that were made in another way. */
public interface Witness extends Issuer {
    /** Takes note that {@code value} was made a moment ago, so that a replica may not know it yet. */
    void expect(Secret value);
}
