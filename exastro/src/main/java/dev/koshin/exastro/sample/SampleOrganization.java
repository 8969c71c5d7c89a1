package dev.koshin.exastro.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One row of ITA's table, as far as a sample can choose it.
 *
 * @param key PRIMARY_KEY
 * @param id ORGANIZATION_ID
 * @param user GITLAB_USER
 * @param token GITLAB_TOKEN
 * @param deleted DISUSE_FLAG is '1'
 * @param updated LAST_UPDATE_TIMESTAMP with its microseconds
 */
public record SampleOrganization(
        String key, String id, Optional<String> user, Optional<Secret> token, boolean deleted, String updated) {
    private static final String UPDATED = "2025-07-16 16:00:00.000001";

    /** A live organization; key and user follow from {@code id}, so that each run makes the same. */
    public static SampleOrganization live(String id, Secret token) {
        return of(uuid("key " + id), id, userOf(id), token, UPDATED);
    }

    /** The GitLab user that ITA would have made for {@link #live}. */
    public static String userOf(String id) {
        return "ITA_ORG_" + uuid(id).toUpperCase(Locale.ROOT);
    }

    /** An organization made while no GitLab was set up. */
    public static SampleOrganization withoutGitLab(String id) {
        return new SampleOrganization(uuid("key " + id), id, Optional.empty(), Optional.empty(), false, UPDATED);
    }

    /** This one with another GitLab user. */
    public SampleOrganization withUser(String other) {
        return new SampleOrganization(key, id, Optional.of(other), token, deleted, updated);
    }

    /** This one after its deletion: ITA keeps the row and the token in it. */
    public SampleOrganization asDeleted() {
        return new SampleOrganization(uuid("deleted " + key), id, user, token, true, updated);
    }

    /** The five organizations of the manual's example. */
    public static List<SampleOrganization> ofTheManual(Function<String, Secret> tokenOfUser) {
        return List.of(
                manual(
                        1,
                        "4897f2a4-6167-4efd-bcf9-8919c7174691",
                        "AA1B2F4F-DB58-4ACB-B957-2827DD4E2624",
                        "08:10:42.684294",
                        tokenOfUser),
                manual(
                        2,
                        "f15d6f77-440f-456e-a350-ac6adcc429df",
                        "9DF4997D-6AA6-493B-9EAC-EFF9A33012AF",
                        "16:48:57.401197",
                        tokenOfUser),
                manual(
                        3,
                        "28e3f7a1-93bd-40f9-9818-d8e146113709",
                        "66F72495-2CE3-4234-A890-6A6710F2A9BF",
                        "16:49:30.051664",
                        tokenOfUser),
                manual(
                        4,
                        "75b24423-dc4e-4f6d-b334-100305dda867",
                        "C80E920F-8279-4DFA-97EC-A68E4017D6D2",
                        "16:52:38.068131",
                        tokenOfUser),
                manual(
                        5,
                        "955927c2-49fb-4ea8-9853-eab8c957b390",
                        "A96A7A66-45BD-4AFE-B7EF-FF554956A1BA",
                        "16:50:41.399886",
                        tokenOfUser));
    }

    private static SampleOrganization manual(
            int number, String key, String userId, String time, Function<String, Secret> tokenOfUser) {
        String user = "ITA_ORG_" + userId;
        return of(key, "test-org-0" + number, user, tokenOfUser.apply(user), "2025-07-16 " + time);
    }

    private static SampleOrganization of(String key, String id, String user, Secret token, String updated) {
        return new SampleOrganization(key, id, Optional.of(user), Optional.of(token), false, updated);
    }

    private static String uuid(String from) {
        return UUID.nameUUIDFromBytes(from.getBytes(UTF_8)).toString();
    }
}
