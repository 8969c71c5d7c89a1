package dev.koshin.issuer.gitlabweb;

import dev.koshin.http.HttpOptions;
import dev.koshin.issuer.Scene;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;
import java.net.URI;

/** Issuers for the tests. */
final class Webs {
    private Webs() {}

    /** The right one. */
    static Issuer issuer(Scene scene) {
        return issuer(scene, scene.simulator.uri(), "root", Scene.PASSWORD);
    }

    /** The pages may be elsewhere than the API. */
    static Issuer issuer(Scene scene, URI pages, String login, String password) {
        return GitLabWeb.issuer(
                GitLabWebOptions.of(HttpOptions.of(pages), login, () -> new Effect.Done<>(Secret.of(password))),
                scene.gitlab.issuer("root"),
                "root");
    }
}
