package dev.koshin.target.kubernetessecret;

import dev.koshin.kubernetes.Answer;
import dev.koshin.kubernetes.ApiRequest;
import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls about one Secret. */
final class SecretCalls {
    /** A question about rights is created to be answered; nothing is kept. */
    private static final String RIGHTS = "apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private static final int BAD_REQUEST = 400;

    private final Cluster cluster;
    private final String namespace;
    private final String name;

    SecretCalls(Cluster cluster, String namespace, String name) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.name = name;
    }

    String label() {
        return "Secret " + namespace + "/" + name;
    }

    /** The same in every run, wherever the API server is. */
    String located(String what) {
        return cluster.locate(what);
    }

    Effect<SecretImage> read() {
        return effect(cluster.call(ApiRequest.get(path())), false).map(SecretImage::new);
    }

    /** What the Secret would be after this patch; nothing is changed. */
    Effect<Trial> attempt(SecretPatch patch) {
        Answer answer = cluster.call(ApiRequest.apply(patched(patch) + "&dryRun=All", patch.body(namespace, name)));
        if (answer instanceof Answer.Refused(int status, String _, var _) && status == BAD_REQUEST) {
            return mayPatch();
        }
        return effect(answer, false).map(body -> new Trial.Image(new SecretImage(body)));
    }

    Effect<SecretImage> write(SecretPatch patch) {
        return effect(cluster.call(ApiRequest.apply(patched(patch), patch.body(namespace, name))), true)
                .map(SecretImage::new);
    }

    /** What trying without effect showed. */
    sealed interface Trial {
        /** The Secret as it would be. */
        record Image(SecretImage image) implements Trial {}

        /** An admission webhook of this cluster cannot be tried without effect. */
        record Untried() implements Trial {}
    }

    private Effect<Trial> mayPatch() {
        ObjectNode review = JsonMapper.shared().createObjectNode();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        review.putObject("spec")
                .putObject("resourceAttributes")
                .put("namespace", namespace)
                .put("verb", "patch")
                .put("resource", "secrets")
                .put("name", name);
        return effect(cluster.call(ApiRequest.create(RIGHTS, review.toString())), false)
                .flatMap(this::allowed);
    }

    private Effect<Trial> allowed(JsonNode review) {
        return review.path("status").path("allowed").asBoolean(false)
                ? new Effect.Done<>(new Trial.Untried())
                : new Effect.Refused<>(Problem.of(Reason.TARGET_NOT_WRITABLE, where(), "patch"));
    }

    private String path() {
        return "api/v1/namespaces/%s/secrets/%s".formatted(ApiRequest.word(namespace), ApiRequest.word(name));
    }

    private String patched(SecretPatch patch) {
        return path() + "?force=true&fieldManager=" + ApiRequest.word(patch.manager());
    }

    private String where() {
        return located(label());
    }

    /** @param writing whether a missing answer leaves open what is there now */
    private Effect<JsonNode> effect(Answer answer, boolean writing) {
        return switch (answer) {
            case Answer.Done(JsonNode body) -> new Effect.Done<>(body);
            case Answer.Refused refused ->
                writing && !refused.certain()
                        ? new Effect.Unclear<>(problem(refused))
                        : new Effect.Refused<>(problem(refused));
            case Answer.Unsent(String why) -> new Effect.Refused<>(unreachable(why));
            case Answer.Lost(String why) ->
                writing ? new Effect.Unclear<>(unreachable(why)) : new Effect.Refused<>(unreachable(why));
        };
    }

    private Problem unreachable(String why) {
        return Problem.of(Reason.TARGET_UNREACHABLE, cluster.address(), why);
    }

    private Problem problem(Answer.Refused refused) {
        return switch (refused.status()) {
            case 401 -> Problem.of(Reason.TARGET_LOGIN_REFUSED, cluster.address(), refused.why());
            case 403 -> Problem.of(Reason.TARGET_NOT_WRITABLE, where(), refused.why());
            case 404 -> Problem.of(Reason.TARGET_ROW_MISSING, where());
            case 409 -> Problem.of(Reason.TARGET_CHANGED, where());
            default -> Problem.of(Reason.TARGET_FAILED, where(), why(refused));
        };
    }

    private static String why(Answer.Refused refused) {
        return refused.again()
                .map(time -> refused.why() + ", again after " + time.toSeconds() + " s")
                .orElse(refused.why());
    }
}
