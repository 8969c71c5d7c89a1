package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import dev.koshin.exastro.discovery.Doors.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what was found in a compose project, what was assumed, and what could not be seen. */
final class ComposeRemarks {
    private final ComposeFacts facts;
    private final List<Remark> remarks = new ArrayList<>();

    private ComposeRemarks(ComposeFacts facts) {
        this.facts = facts;
    }

    static List<Remark> of(ComposeFacts facts) {
        ComposeRemarks all = new ComposeRemarks(facts);
        all.say(Point.COMPOSE_PROJECT, facts.directory().toString());
        all.file();
        all.containers();
        all.gitlab();
        all.database();
        return all.remarks;
    }

    private void say(Point point, String... details) {
        remarks.add(Remark.of(point, details));
    }

    private void file() {
        String file = facts.file().toString();
        Settings settings = facts.settings();
        facts.env().why().ifPresent(why -> say(Point.ENV_UNREADABLE, file, why));
        settings.twice().forEach((key, lines) -> say(Point.ENV_TWICE, file, key, numbers(lines)));
        settings.ambiguity().ifPresent(why -> say(Point.ENV_AMBIGUOUS, file, why));
        if (!facts.overriding().isEmpty()) {
            say(Point.ENV_OVERRIDDEN, String.join(", ", facts.overriding()));
        }
        if (facts.env().value().isPresent()) {
            boolean set = settings.secrets().contains(RootToken.KEY);
            say(set ? Point.ADMIN_TOKEN : Point.SECRET_UNSET, RootToken.KEY, file);
        }
    }

    private static String numbers(List<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void containers() {
        Optional<Containers> running = facts.running();
        if (running.isEmpty()) {
            facts.engines().forEach(one -> remarks.add(one.nothing()));
            say(Point.ENGINE_ASSUMED, ComposeDraft.engine(facts));
            return;
        }
        List<Box> boxes = running.get().boxes();
        say(
                Point.CONTAINERS,
                running.get().engine(),
                boxes.stream().map(Box::service).distinct().collect(Collectors.joining(", ")));
        boxes.stream().filter(box -> !box.runs()).forEach(box -> say(Point.CONTAINER_STOPPED, box.service()));
    }

    private void gitlab() {
        if (!facts.bundled()) {
            say(Point.GITLAB_EXTERNAL, facts.settings().of(Settings.GITLAB_HOST, ""));
            say(Point.ROOT_USER);
        } else if (facts.box(RootToken.GITLAB).isPresent()) {
            say(Point.GITLAB_BUNDLED, RootToken.GITLAB);
        } else {
            say(Point.GITLAB_BUNDLED_BY_PROFILE, facts.settings().of(Settings.PROFILES, "-"));
        }
        String address = GitLabLines.address(facts.gitlab());
        if (facts.gitlab().answered().isPresent()) {
            say(Point.GITLAB_ANSWERS, address);
        } else {
            say(Point.GITLAB_ADDRESS, address, facts.gitlab().silent());
        }
    }

    private void database() {
        Database database = Database.of(facts.settings());
        Optional<Door> open = facts.database();
        if (open.isPresent()) {
            say(Point.DATABASE_ANSWERS, open.get().toString());
        } else if (!database.isBundled()) {
            say(Point.DATABASE_ADDRESS, database.host() + ":" + database.port());
        } else if (facts.box(Database.BUNDLED).isPresent()) {
            say(Point.DATABASE_CONTAINER, facts.box(Database.BUNDLED).get().name());
        } else {
            say(Point.DATABASE_CONTAINER_ASSUMED, Database.BUNDLED);
        }
        if (database.user().isEmpty()) {
            say(Point.DATABASE_USER, Database.USER);
        }
        if (facts.env().value().isPresent() && !facts.settings().secrets().contains(Settings.DB_PASSWORD)) {
            say(Point.SECRET_UNSET, Settings.DB_PASSWORD, facts.file().toString());
        }
    }
}
