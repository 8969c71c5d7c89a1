package dev.koshin.simulator.api.call;

import dev.koshin.simulator.profile.Profile;
import java.net.URI;

/**
 * What does not change while an instance runs.
 *
 * @param externalUrl what GitLab believes its address to be; appears in Link headers and web URLs, and usually is not
 *     the address that was called
 */
public record Instance(Profile profile, URI externalUrl) {
    /** The external URL, without a slash at its end, followed by a path. */
    public String url(String path) {
        return externalUrl.toString().replaceAll("/+$", "") + path;
    }
}
