package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Resources.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what was found of a release in a cluster, what was assumed, and what could not be seen. */
final class ClusterRemarks {
    private static final String HERE = "127.0.0.1";

    private final ClusterFacts facts;
    private final ClusterParts parts;
    private final List<Remark> remarks = new ArrayList<>();

    private ClusterRemarks(ClusterFacts facts) {
        this.facts = facts;
        this.parts = facts.parts();
    }

    static List<Remark> of(ClusterFacts facts) {
        ClusterRemarks all = new ClusterRemarks(facts);
        all.release();
        all.gitlab();
        all.database();
        return all.remarks;
    }

    /** Whether the address only works while somebody forwards a port. */
    static boolean forwarded(ClusterFacts facts) {
        return facts.parts().bundled()
                && GitLabLines.address(facts.gitlab())
                        .endsWith("://" + HERE + ":" + facts.parts().gitlabPort());
    }

    static String forwarding(ClusterFacts facts) {
        String port = facts.parts().gitlabPort();
        return "kubectl port-forward -n " + facts.namespace() + " service/" + RootToken.GITLAB + " " + port + ":"
                + port;
    }

    private void say(Point point, String... details) {
        remarks.add(Remark.of(point, details));
    }

    /** What an object could not be asked for, or was asked for in vain. */
    private <T> void missing(String name, Look<Optional<T>> look) {
        look.why()
                .ifPresentOrElse(
                        why -> say(Point.RESOURCE_UNSEEN, name, why),
                        () -> look.value().filter(Optional::isEmpty).ifPresent(_ -> say(Point.RESOURCE_MISSING, name)));
    }

    private void release() {
        say(Point.NAMESPACE, facts.namespace());
        parts.release().value().flatMap(found -> found).ifPresent(name -> say(Point.RELEASE, name));
        parts.release().why().ifPresent(why -> say(Point.RESOURCE_UNSEEN, "Deployment " + RootToken.READER, why));
        facts.values()
                .trouble()
                .ifPresentOrElse(
                        why -> say(Point.VALUES_MISSING, why),
                        () -> say(Point.VALUES_FILE, facts.values().file().toString()));
        facts.access().context().ifPresent(name -> say(Point.CONTEXT_CURRENT, name));
    }

    private void gitlab() {
        missing("ConfigMap " + ClusterParts.GITLAB_PARAMETERS, parts.gitlab());
        secret("Secret " + RootToken.SECRET, RootToken.KEY, parts.token(), true);
        parts.bundledGitLab().why().ifPresent(why -> say(Point.RESOURCE_UNSEEN, "Deployment " + RootToken.GITLAB, why));
        if (!parts.bundled()) {
            say(Point.GITLAB_EXTERNAL, parts.gitlab("GITLAB_HOST").orElse("-"));
            say(Point.ROOT_USER);
        } else {
            say(
                    parts.bundledGitLab().value().isPresent() ? Point.GITLAB_BUNDLED : Point.GITLAB_BUNDLED_BY_HOST,
                    RootToken.GITLAB);
        }
        String address = GitLabLines.address(facts.gitlab());
        if (facts.gitlab().answered().isPresent()) {
            say(Point.GITLAB_ANSWERS, address);
        } else {
            say(Point.GITLAB_ADDRESS, address, facts.gitlab().silent());
        }
        if (forwarded(facts)) {
            say(Point.GITLAB_FORWARDED, forwarding(facts));
        }
    }

    private void secret(String name, String key, Look<Optional<Kept>> look, boolean told) {
        missing(name, look);
        look.value().flatMap(found -> found).ifPresent(found -> {
            if (!found.keys().contains(key)) {
                say(Point.SECRET_UNSET, key, name);
            } else if (told) {
                say(Point.ADMIN_TOKEN, key, name);
            }
        });
    }

    private void database() {
        Database database = parts.itaDatabase();
        missing("ConfigMap " + ClusterParts.DATABASE_PARAMETERS, parts.database());
        secret("Secret " + ClusterParts.DATABASE_SECRET, ClusterParts.PASSWORD, parts.login(), false);
        parts.bundledDatabase()
                .why()
                .ifPresent(why -> say(Point.RESOURCE_UNSEEN, "Deployment " + Database.BUNDLED, why));
        if (facts.databaseInside()) {
            boolean seen = parts.bundledDatabase().value().isPresent();
            say(seen ? Point.DATABASE_POD : Point.DATABASE_POD_ASSUMED, "deploy/" + Database.BUNDLED);
        } else {
            String address = database.host() + ":" + database.port();
            say(facts.database().isPresent() ? Point.DATABASE_ANSWERS : Point.DATABASE_ADDRESS, address);
        }
        if (database.user().isEmpty()) {
            say(Point.DATABASE_USER, Database.USER);
        }
    }
}
