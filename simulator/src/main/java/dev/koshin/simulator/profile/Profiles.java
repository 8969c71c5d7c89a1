package dev.koshin.simulator.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The releases that can be pretended. */
public final class Profiles {
    /** As recorded from gitlab-ee 17.11.7 without a licence. */
    private static final Profile V17_11 = new Profile(
            "17.11",
            new Release("17.11.7", "5f9db3887f3", true),
            Set.of(
                    "api",
                    "read_api",
                    "read_user",
                    "create_runner",
                    "manage_runner",
                    "k8s_proxy",
                    "self_rotate",
                    "read_repository",
                    "write_repository",
                    "read_registry",
                    "write_registry",
                    "ai_features",
                    "sudo",
                    "admin_mode",
                    "read_service_ping"),
            tokenKeys17(),
            userKeys17(),
            new TokenRules(TokenFormat.ROUTABLE_V1, Duration.ofMinutes(10)));

    private static final Map<String, Profile> ALL = new TreeMap<>(Map.of(V17_11.name(), V17_11));

    private Profiles() {}

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that there are
     */
    public static Profile named(String name) {
        Profile profile = ALL.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "no GitLab profile \"" + name + "\"; there are: " + String.join(", ", ALL.keySet()));
        }
        return profile;
    }

    private static TokenKeys tokenKeys17() {
        List<String> keys =
                words("id name revoked created_at description scopes user_id last_used_at active expires_at");
        return new TokenKeys(keys, joined(keys, "last_used_ips"), keys);
    }

    private static UserKeys userKeys17() {
        List<String> basic = words("id username name state locked avatar_url web_url");
        List<String> profile = joined(
                basic,
                "created_at bio location public_email skype linkedin twitter discord website_url organization"
                        + " job_title pronouns bot work_information local_time");
        List<String> own = joined(
                profile,
                "last_sign_in_at confirmed_at last_activity_on email theme_id color_scheme_id projects_limit"
                        + " current_sign_in_at identities can_create_group can_create_project two_factor_enabled"
                        + " external private_profile commit_email shared_runners_minutes_limit"
                        + " extra_shared_runners_minutes_limit scim_identities");
        List<String> admin =
                joined(own, "is_admin note namespace_id created_by email_reset_offered_at using_license_seat");
        List<String> adminSingle =
                joined(admin, "highest_role current_sign_in_ip last_sign_in_ip sign_in_count plan trial");
        return new UserKeys(basic, profile, own, admin, adminSingle);
    }

    private static List<String> joined(List<String> first, String then) {
        List<String> keys = new ArrayList<>(first);
        keys.addAll(words(then));
        return keys;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
