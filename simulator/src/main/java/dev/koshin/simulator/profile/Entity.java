package dev.koshin.simulator.profile;

import java.util.List;

/** What answers show, with the keys of each in their order. */
public enum Entity {
    /** In lists, and (followed by {@code token}) when it is created. */
    TOKEN("id name revoked created_at description@17.7 scopes user_id last_used_at active granular@18.0 expires_at"),
    /** In {@code GET /personal_access_tokens/:id}. */
    TOKEN_SINGLE("id name revoked created_at description@17.7 scopes user_id last_used_at active granular@18.0"
            + " expires_at last_used_ips@17.8"),
    /** In {@code GET /personal_access_tokens/self}. */
    TOKEN_SELF("id name revoked created_at description@17.7 scopes user_id last_used_at active granular@18.0"
            + " expires_at last_used_ips@18.0"),
    /** A user in lists, for a caller without admin power; and inside another entity, for everybody. */
    USER_BASIC("id username name state locked avatar_url web_url public_email@18.0"),
    /** A user in {@code GET /users/:id}, for a caller without admin power. */
    USER_PROFILE("id username name state locked avatar_url web_url public_email@18.0" + Keys.PROFILE),
    /** In {@code GET /user}, for a user who is no admin. */
    USER_OWN("id username name state locked avatar_url web_url" + Keys.PROFILE + Keys.OWN),
    /** A user in lists, for an admin. */
    USER_ADMIN("id username name state locked avatar_url web_url" + Keys.PROFILE + Keys.OWN + Keys.ADMIN),
    /** A user in {@code GET /users/:id}, for an admin. */
    USER_ADMIN_SINGLE("id username name state locked avatar_url web_url" + Keys.PROFILE + Keys.OWN + Keys.ADMIN
            + " highest_role current_sign_in_ip last_sign_in_ip sign_in_count plan trial"),
    /** A deploy token. */
    DEPLOY_TOKEN("id name username expires_at scopes revoked expired"),
    /** A pipeline trigger token. */
    TRIGGER("id token description created_at updated_at last_used expires_at@16.0 owner"),
    /** A CI/CD variable of a project or group. */
    VARIABLE("variable_type key value hidden@17.4 protected masked raw environment_scope description@16.2"),
    /** A CI/CD variable of the instance. */
    INSTANCE_VARIABLE("variable_type key value hidden@17.4 protected masked raw description@16.2"),
    /** The {@code kas} of {@code GET /metadata}. */
    KAS("enabled externalUrl externalK8sProxyUrl@16.0 version");

    private final String words;

    Entity(String words) {
        this.words = words;
    }

    List<String> keys(Minor release) {
        return Words.in(release, words);
    }

    private static final class Keys {
        static final String PROFILE = " created_at bio location public_email skype@..18.0 linkedin twitter discord@16.0"
                + " website_url github@18.0 organization job_title pronouns bot work_information followers following"
                + " is_followed local_time";
        static final String OWN = " last_sign_in_at confirmed_at last_activity_on email theme_id color_scheme_id"
                + " projects_limit current_sign_in_at identities can_create_group can_create_project"
                + " two_factor_enabled external private_profile commit_email preferred_language@18.0"
                + " shared_runners_minutes_limit extra_shared_runners_minutes_limit scim_identities@16.0";
        static final String ADMIN =
                " is_admin note namespace_id created_by email_reset_offered_at@16.0..18.0" + " using_license_seat";
    }
}
