package dev.koshin.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Finds out which cluster it is and how to log in. */
final class Opening {
    private Opening() {}

    static Wire.Opened of(ClusterOptions options) {
        Optional<Path> missing = options.kubeconfig().filter(file -> !Files.isReadable(file));
        if (missing.isPresent()) {
            return new Wire.Unusable("kubeconfig cannot be read");
        }
        try {
            Config config = options.kubeconfig()
                    .map(file -> named(options, file))
                    .orElseGet(() -> Config.autoConfigure(options.context().orElse(null)));
            return opened(options, config);
        } catch (KubernetesClientException | IllegalArgumentException | UncheckedIOException | JacksonException _) {
            return new Wire.Unusable("kubeconfig is not understood");
        }
    }

    /** A file that was named decides alone, but for the proxy. */
    private static Config named(ClusterOptions options, Path file) {
        Config config = Config.fromKubeconfig(options.context().orElse(null), file.toFile());
        Config environment = Config.empty();
        Config.configFromSysPropsOrEnvVars(environment);
        if (config.getHttpProxy() == null && config.getHttpsProxy() == null) {
            config.setHttpProxy(environment.getHttpProxy());
            config.setHttpsProxy(environment.getHttpsProxy());
            config.setNoProxy(environment.getNoProxy());
        }
        return config;
    }

    private static Wire.Opened opened(ClusterOptions options, Config config) {
        Optional<String> chosen =
                Optional.ofNullable(config.getCurrentContext()).map(context -> context.getName());
        if (options.context().isPresent() && !options.context().equals(chosen)) {
            return new Wire.Unusable(
                    "kubeconfig has no context " + options.context().get());
        }
        if (options.kubeconfig().isPresent()
                && config.getMasterUrl().equals(Config.empty().getMasterUrl())) {
            return new Wire.Unusable("kubeconfig names no cluster");
        }
        config.setConnectionTimeout(Math.toIntExact(options.connectTimeout().toMillis()));
        config.setRequestTimeout(Math.toIntExact(options.requestTimeout().toMillis()));
        config.setRequestRetryBackoffLimit(0);
        config.setHttp2Disable(true);
        config.setUserAgent("koshin");
        HttpClient http = new NotFollowing().newBuilder(config).build();
        return new Wire.Usable(new Wire(http, config.getMasterUrl(), options.requestTimeout()));
    }

    /** The usual factory follows redirects, which would carry the login to another address. */
    private static final class NotFollowing extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
            builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
        }
    }
}
