package io.github.gmp.benchmarks;

import com.google.inject.Injector;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.cli.GlobalOptions;
import io.github.gmp.cli.Host;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.plugin.ComponentRegistry;

import java.util.List;
import java.util.Map;

/** The fixed descriptors of the benchmarks, configured like a user does. They never change. */
final class WorkloadDescriptors {
    /** Workloads stay what they are when the default table changes. */
    private static final Map<String, Object> PAPER = Map.of("type", "gaussian-table", "table", "paper");

    private WorkloadDescriptors() {}

    static Descriptor of(String workload, AtomicStructure structure) {
        Injector injector = Host.injector(new GlobalOptions());
        List<String> elements = structure.elements().stream().map(Enum::name).toList();
        ComponentSpec spec = injector.getInstance(ConfigBinder.class)
                .bindComponent(
                        "descriptor",
                        config(workload),
                        "descriptor",
                        BindingEnvironment.of(Map.of("data.elements", elements)));
        return injector.getInstance(ComponentRegistry.class).create(Descriptor.KIND, spec);
    }

    private static Map<String, Object> config(String workload) {
        return switch (workload) {
            case "w1-solid-3" -> solid(7, List.of(0.25, 1.0, 2.0), "order-norm");
            case "w1-solid-6" -> solid(7, List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0), "order-norm");
            case "w1-literal-3" -> Map.of("type", "gmp", "preset", "gmp-paper-aspirin-7-3");
            case "w1-power-8" -> solid(4, List.of(0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0), "power-spectrum");
            case "w2-bp-1" -> symmetryFunctions(10.0);
            case "w3-gmp-4-19" -> Map.of("type", "gmp", "preset", "gmp-paper-oc20-4-19");
            case "w3-gmp-2-10" -> Map.of("type", "gmp", "preset", "gmp-paper-oc20-2-10");
            case "w4-bp-1" -> symmetryFunctions(6.0);
            case "w1-default" -> Map.of("type", "gmp", "density", PAPER);
            default -> throw new IllegalArgumentException(workload);
        };
    }

    private static Map<String, Object> solid(int maxOrder, List<Double> sigmas, String invariants) {
        return Map.of(
                "type", "gmp",
                "density", PAPER,
                "radial", Map.of("type", "gaussian", "sigmas", sigmas),
                "angular", Map.of("type", "mcsh", "maxOrder", maxOrder, "polynomials", "solid"),
                "invariants", Map.of("type", invariants),
                "cutoff", Map.of("type", "hard", "radius", 10.0));
    }

    private static Map<String, Object> symmetryFunctions(double cutoff) {
        return Map.of(
                "type", "behler-parrinello",
                "preset", "bp-paper-1",
                "cutoff", Map.of("type", "cosine", "radius", cutoff));
    }
}
