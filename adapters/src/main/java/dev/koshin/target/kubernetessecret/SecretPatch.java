package dev.koshin.target.kubernetessecret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said to the API server to change one key: this key, and the version that the Secret must still have.
 *
 * @param before the Secret as it was read; one that was deleted or made anew meanwhile has another {@code uid}
 */
record SecretPatch(SecretImage before, String key, Secret fresh) {
    private static final int LONGEST_MANAGER = 128;

    /**
     * Each key has a manager of its own: with one for all, applying one key would delete the others, because whoever
     * applies owns what it named before, and no longer naming a field means giving it up.
     */
    String manager() {
        String manager = "koshin/" + key;
        return manager.length() <= LONGEST_MANAGER
                ? manager
                : "koshin/" + Secret.of(key).fingerprint();
    }

    Secret body(String namespace, String name) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("apiVersion", "v1").put("kind", "Secret");
        body.putObject("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("uid", before.uid())
                .put("resourceVersion", before.resourceVersion());
        body.putObject("data").put(key, fresh.reveal(SecretPatch::base64));
        return Secret.of(body.toString());
    }

    private static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }
}
