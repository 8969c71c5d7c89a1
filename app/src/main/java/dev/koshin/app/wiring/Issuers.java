package dev.koshin.app.wiring;

import dev.koshin.app.config.IssuerConfig;
import dev.koshin.app.config.IssuersConfig;
import dev.koshin.issuer.Witness;
import dev.koshin.issuer.choice.Choice;
import dev.koshin.issuer.gitlabrails.GitLabRails;
import dev.koshin.issuer.gitlabrails.RailsOptions;
import dev.koshin.issuer.gitlabrails.RailsPlace;
import dev.koshin.issuer.gitlabweb.GitLabWeb;
import dev.koshin.issuer.gitlabweb.GitLabWebOptions;
import dev.koshin.issuer.manual.Manual;
import dev.koshin.process.Inside;
import dev.koshin.secret.SecretSource;
import dev.koshin.spi.Issuer;
import java.time.Duration;
import java.util.List;

/** Makes issuers of the ways that are configured. */
public final class Issuers {
    private final String user;
    private final Parts parts;
    private final Witness rest;
    private final Commentary commentary;

    private Issuers(String user, Parts parts) {
        this.user = user;
        this.parts = parts;
        this.rest = parts.gitlab().issuer(user);
        this.commentary = new Commentary(parts.operator().screen());
    }

    /** The ways of {@code config}, or {@code usual} if it names none. */
    static Issuer of(IssuersConfig config, List<IssuerConfig> usual, Parts parts) {
        List<IssuerConfig> ways = config.ways().isEmpty() ? usual : config.ways();
        return new Issuers(config.user(), parts).of(ways);
    }

    private Issuer of(List<IssuerConfig> ways) {
        List<Issuer> issuers = ways.stream().map(this::one).toList();
        return issuers.size() == 1 ? issuers.getFirst() : Choice.of(issuers, commentary);
    }

    private Issuer one(IssuerConfig way) {
        return switch (way) {
            case IssuerConfig.GitLabRest _ -> rest;
            case IssuerConfig.GitLabRails(IssuerConfig.Place place, Duration patience) ->
                GitLabRails.issuer(
                        new RailsOptions(place(place), patience, commentary::rails), parts.runner(), rest, user);
            case IssuerConfig.GitLabWeb(SecretSource password) ->
                GitLabWeb.issuer(GitLabWebOptions.of(parts.gitlab().http(), user, password::resolve), rest, user);
            case IssuerConfig.Manual _ ->
                Manual.issuer(
                        new Asking(parts.operator(), parts.config().gitlab().url()), rest, user);
        };
    }

    /** The place that {@code place} describes. */
    public static RailsPlace place(IssuerConfig.Place place) {
        return switch (place) {
            case IssuerConfig.Place.Local() -> new RailsPlace.Local("gitlab-rails");
            case IssuerConfig.Place.Within(Inside inside) -> new RailsPlace.Within(inside);
            case IssuerConfig.Place.Ssh(String host, List<String> prefix) -> new RailsPlace.Ssh(host, prefix);
        };
    }
}
