package dev.koshin.simulator.api;

import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.RouteTable;
import dev.koshin.simulator.api.instance.MetadataResource;
import dev.koshin.simulator.api.project.ProjectsResource;
import dev.koshin.simulator.api.token.ImpersonationResource;
import dev.koshin.simulator.api.token.RotationResource;
import dev.koshin.simulator.api.token.SelfResource;
import dev.koshin.simulator.api.token.TokenCreationResource;
import dev.koshin.simulator.api.token.TokensResource;
import dev.koshin.simulator.api.user.UserAdministration;
import dev.koshin.simulator.api.user.UsersResource;
import java.util.List;
import java.util.stream.Stream;

/** The list of resources: the place where a new one is added. */
final class ApiRoutes {
    private ApiRoutes() {}

    static RouteTable of(Instance instance) {
        List<Route> routes = Stream.<Resource>of(
                        new MetadataResource(instance),
                        new UsersResource(instance),
                        new UserAdministration(instance),
                        new TokenCreationResource(instance),
                        new TokensResource(instance),
                        new RotationResource(instance),
                        new ImpersonationResource(instance),
                        new SelfResource(instance),
                        new ProjectsResource(instance))
                .flatMap(resource -> resource.routes().stream())
                .toList();
        return new RouteTable(routes);
    }
}
