package dev.koshin.simulator.profile;

import java.util.List;

/**
 * The keys of a user in answers, in their order.
 *
 * @param basic in lists, for a caller without admin power
 * @param profile in {@code GET /users/:id}, for a caller without admin power
 * @param own in {@code GET /user}, for a user who is no admin
 * @param admin in lists and {@code GET /user}, for an admin
 * @param adminSingle in {@code GET /users/:id}, for a caller with admin power
 */
public record UserKeys(
        List<String> basic, List<String> profile, List<String> own, List<String> admin, List<String> adminSingle) {
    /** Copies the lists. */
    public UserKeys {
        basic = List.copyOf(basic);
        profile = List.copyOf(profile);
        own = List.copyOf(own);
        admin = List.copyOf(admin);
        adminSingle = List.copyOf(adminSingle);
    }
}
