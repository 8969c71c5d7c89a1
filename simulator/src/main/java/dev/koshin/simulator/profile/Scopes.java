package dev.koshin.simulator.profile;

import java.util.LinkedHashSet;
import java.util.Set;

/** The scopes that tokens may carry. */
final class Scopes {
    private static final String ALL = "api read_api read_user create_runner@16.0 manage_runner@17.1 k8s_proxy@16.4"
            + " self_rotate@17.9 mcp@18.3 read_repository write_repository read_registry write_registry"
            + " read_virtual_registry@18.0 write_virtual_registry@18.0 read_observability@18.0"
            + " write_observability@18.0 ai_features@16.1 sudo admin_mode@15.8 read_service_ping@17.1";
    private static final String DEPLOY = "read_repository read_registry write_registry read_package_registry"
            + " write_package_registry read_virtual_registry@18.0 write_virtual_registry@18.0";
    private static final Set<String> NOT_FOR_RESOURCES = Set.of("sudo", "admin_mode", "read_service_ping", "read_user");

    private Scopes() {}

    static Set<String> personal(Minor release) {
        return new LinkedHashSet<>(Words.in(release, ALL));
    }

    /** Of a project's or group's token: all that need no admin, except {@code read_user}. */
    static Set<String> resource(Minor release) {
        Set<String> scopes = personal(release);
        scopes.removeAll(NOT_FOR_RESOURCES);
        return scopes;
    }

    static Set<String> deploy(Minor release) {
        return new LinkedHashSet<>(Words.in(release, DEPLOY));
    }
}
