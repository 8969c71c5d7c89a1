package dev.koshin.simulator.api;

import java.util.List;
import java.util.stream.Stream;

/** The list of resources: the place where a new one is added. */
final class ApiRoutes {
    private ApiRoutes() {}

    static RouteTable of(Instance instance) {
        List<Route> routes = Stream.<Resource>of(
                        new MetadataResource(instance),
                        new UsersResource(instance),
                        new TokenCreationResource(instance),
                        new TokensResource(instance),
                        new SelfResource(instance),
                        new ProjectsResource(instance))
                .flatMap(resource -> resource.routes().stream())
                .toList();
        return new RouteTable(routes);
    }
}
