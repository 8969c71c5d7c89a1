package dev.koshin.exastro;

import dev.koshin.model.CredentialName;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * One credential of ITA's organizations.
 *
 * @param ids the ORGANIZATION_IDs whose rows hold the token; nearly always one
 * @param user GITLAB_USER
 * @param targets the rows that hold the same token of the same user: revoking it would end all of them
 * @param held what the rows held when they were read
 * @param consumers what the organization runs
 */
public record Organization(
        CredentialName credential,
        SortedSet<String> ids,
        String user,
        List<Target> targets,
        Map<TargetName, Held> held,
        Consumers consumers) {
    /** Whether one of the ids has several rows here. */
    public boolean repeats() {
        return targets.size() > ids.size();
    }
}
