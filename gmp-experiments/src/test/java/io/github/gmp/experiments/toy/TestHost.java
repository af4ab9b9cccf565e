package io.github.gmp.experiments.toy;

import com.google.inject.Injector;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.cli.GlobalOptions;
import io.github.gmp.experiments.cli.Host;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.ConfigBinder;

import java.util.List;
import java.util.Map;

/** The real object graph with the real plugins, found on the test class path by ServiceLoader. */
public final class TestHost {
    /** A small GMP descriptor: 8 features. */
    public static final Map<String, Object> GMP = Map.of(
            "type", "gmp",
            "radial", Map.of("type", "gaussian", "sigmas", List.of(0.4, 1.0)),
            "angular", Map.of("type", "mcsh", "maxOrder", 3),
            "cutoff", Map.of("type", "smooth", "radius", 5.0));

    /** Channels that are fitted to training data, with several kinds of invariants: 18 features. */
    public static final Map<String, Object> GMP_CHANNELS = Map.of(
            "type", "gmp",
            "radial", Map.of("type", "gaussian", "sigmas", List.of(0.4, 1.0)),
            "angular", Map.of("type", "mcsh", "maxOrder", 3),
            "cutoff", Map.of("type", "smooth", "radius", 5.0),
            "channels", Map.of("count", 2),
            "invariants",
                    Map.of(
                            "type",
                            "joint",
                            "families",
                            List.of(
                                    Map.of("type", "order-zero"),
                                    Map.of("type", "power-spectrum"),
                                    Map.of("type", "cubic", "channels", 1))));

    /** Linear regression. */
    public static final Map<String, Object> RIDGE = Map.of("type", "ridge");

    /** A small network, trained briefly. */
    public static final Map<String, Object> NETWORK =
            Map.of("type", "snn", "nodes", 8, "layers", 3, "epochs", 15, "batchSize", 8);

    private static final Injector INJECTOR = Host.injector(new GlobalOptions());

    private TestHost() {}

    /**
     * @param type a service
     * @param <T> its type
     * @return the service
     */
    public static <T> T get(Class<T> type) {
        return INJECTOR.getInstance(type);
    }

    /**
     * @param kind name of a kind of components
     * @param map configuration
     * @return the component, checked, defaults filled in
     */
    public static ComponentSpec spec(String kind, Map<String, Object> map) {
        return get(ConfigBinder.class)
                .bindComponent(kind, map, kind, BindingEnvironment.of(Map.of("data.elements", List.of("H", "C", "O"))));
    }
}
