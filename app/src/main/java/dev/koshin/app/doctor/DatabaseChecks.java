package dev.koshin.app.doctor;

import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.view.Check;
import dev.koshin.app.wiring.Closing;
import dev.koshin.app.wiring.Credentials;
import dev.koshin.exastro.DatabaseServer;
import dev.koshin.exastro.ExastroOrganizations;
import dev.koshin.exastro.Found;
import dev.koshin.exastro.Organization;
import dev.koshin.exastro.Workspaces;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Place;
import java.util.ArrayList;
import java.util.List;

/** ITA's database: whether it can be read and written, and which server it is. */
final class DatabaseChecks implements Subject {
    private static final String[] OTHERS = {
        Keys.DATABASE_RIGHTS,
        Keys.SERVER,
        Keys.ORGANIZATIONS,
        Keys.ROWS_WITHOUT_TOKEN,
        Keys.ROWS_REPEATED,
        Keys.ROWS_SHARED,
        Keys.ROWS_DELETED,
        Keys.EXECUTIONS
    };

    private final Facts facts;

    DatabaseChecks(Facts facts) {
        this.facts = facts;
    }

    @Override
    public List<Check> examine() {
        return facts.config()
                .exastro()
                .flatMap(ExastroConfig::organizations)
                .map(this::examine)
                .orElseGet(List::of);
    }

    private List<Check> examine(ExastroConfig.Organizations config) {
        Closing closing = new Closing();
        try {
            ExastroOrganizations organizations = Credentials.organizations(config, 1, closing);
            return switch (organizations.look()) {
                case Effect.Refused<Found>(Problem problem) -> down(problem);
                case Effect.Unclear<Found>(Problem problem) -> down(problem);
                case Effect.Done<Found>(Found found) -> seen(organizations, found);
            };
        } finally {
            closing.run();
        }
    }

    private static List<Check> down(Problem problem) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.failed(Keys.DATABASE, problem));
        checks.addAll(Judgement.unseen(problem, OTHERS));
        return checks;
    }

    private List<Check> seen(ExastroOrganizations organizations, Found found) {
        List<Check> checks = new ArrayList<>();
        checks.add(place(organizations.place()));
        checks.add(rights(organizations.place(), found));
        organizations.server().map(this::server).ifPresent(checks::add);
        checks.addAll(new Rows(facts.screen()).judge(found));
        organizations
                .workspaces()
                .map(seen -> executions(organizations.place().name(), seen))
                .ifPresent(checks::add);
        return checks;
    }

    private Check place(Place place) {
        return switch (place.look()) {
            case Effect.Refused<Place.View>(Problem problem) -> Check.failed(Keys.DATABASE, problem);
            case Effect.Unclear<Place.View>(Problem problem) -> Check.failed(Keys.DATABASE, problem);
            case Effect.Done<Place.View>(Place.View seen) ->
                Check.ok(
                        Keys.DATABASE,
                        facts.text("doctor.place", place.name(), seen.cells().size()));
        };
    }

    /** The right to update and the width of the column, tried on a row. */
    private Check rights(Place place, Found found) {
        return found.live().stream()
                .findFirst()
                .map(Organization::targets)
                .map(List::getFirst)
                .map(target -> PlaceChecks.problem(target)
                        .map(problem -> Check.failed(Keys.DATABASE_RIGHTS, problem))
                        .orElseGet(() -> Check.ok(Keys.DATABASE_RIGHTS, facts.text("doctor.rights", PlaceChecks.ROOM))))
                .orElseGet(() -> Check.unseen(
                        Keys.DATABASE_RIGHTS,
                        Judgement.notMade(place.name(), "there is no row with a token to try it on")));
    }

    private Check server(Effect<DatabaseServer> answer) {
        return switch (answer) {
            case Effect.Refused<DatabaseServer>(Problem problem) -> Check.unseen(Keys.SERVER, problem);
            case Effect.Unclear<DatabaseServer>(Problem problem) -> Check.unseen(Keys.SERVER, problem);
            case Effect.Done<DatabaseServer>(DatabaseServer server) ->
                Check.ok(Keys.SERVER, facts.text("doctor.server", server.kind(), server.number(), server.names()));
        };
    }

    /** Executions that cannot be seen cannot hold back the old token. */
    private Check executions(String place, Effect<Workspaces> answer) {
        return switch (answer) {
            case Effect.Refused<Workspaces>(Problem problem) -> Check.failed(Keys.EXECUTIONS, problem);
            case Effect.Unclear<Workspaces>(Problem problem) -> Check.failed(Keys.EXECUTIONS, problem);
            case Effect.Done<Workspaces>(Workspaces seen) ->
                Judgement.of(
                        Keys.EXECUTIONS,
                        facts.text("doctor.executions", seen.visible(), seen.running()),
                        seen.visible() > 0 ? List.of() : List.of(Problem.of(Reason.WORKSPACES_INVISIBLE, place)));
        };
    }
}
