package dev.koshin.simulator.api;

import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.RouteTable;
import dev.koshin.simulator.api.instance.MetadataResource;
import dev.koshin.simulator.api.instance.SettingsResource;
import dev.koshin.simulator.api.project.DeployTokensResource;
import dev.koshin.simulator.api.project.ResourceTokensResource;
import dev.koshin.simulator.api.project.SpacesResource;
import dev.koshin.simulator.api.project.TriggersResource;
import dev.koshin.simulator.api.project.VariablesResource;
import dev.koshin.simulator.api.token.ImpersonationResource;
import dev.koshin.simulator.api.token.RotationResource;
import dev.koshin.simulator.api.token.SelfResource;
import dev.koshin.simulator.api.token.TokenCreationResource;
import dev.koshin.simulator.api.token.TokensResource;
import dev.koshin.simulator.api.user.UserAdministration;
import dev.koshin.simulator.api.user.UsersResource;
import dev.koshin.simulator.state.Place;
import java.util.List;
import java.util.stream.Stream;

/** The list of resources: the place where a new one is added. */
final class ApiRoutes {
    private ApiRoutes() {}

    static RouteTable of(Instance instance) {
        List<Route> routes = Stream.<Resource>of(
                        new MetadataResource(instance),
                        new SettingsResource(),
                        new UsersResource(instance),
                        new UserAdministration(instance),
                        new TokenCreationResource(instance),
                        new TokensResource(instance),
                        new RotationResource(instance),
                        new ImpersonationResource(instance),
                        new SelfResource(instance),
                        new SpacesResource(instance),
                        new ResourceTokensResource(Place.Kind.PROJECT, instance),
                        new ResourceTokensResource(Place.Kind.GROUP, instance),
                        new DeployTokensResource(instance),
                        new TriggersResource(instance),
                        new VariablesResource(instance))
                .flatMap(resource -> resource.routes().stream())
                .toList();
        return new RouteTable(routes);
    }
}
