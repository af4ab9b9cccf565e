package io.github.gmp.benchmarks;

import com.google.inject.Injector;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.experiments.cli.GlobalOptions;
import io.github.gmp.experiments.cli.Host;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.plugin.ComponentRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Features, features with pullback, and features with pushforward of one structure, neighbor list included, on one thread. Times are per
 * structure: divide by 21 (aspirin) or 256 (copper) for the time per atom.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DescriptorBenchmark {
    /** Which descriptor on which structure. */
    @Param({"aspirin/gmp-literal-7-3", "aspirin/gmp-solid-7-3", "aspirin/bp-paper-1", "copper/bp-paper-1"})
    private String workload;

    private Descriptor descriptor;
    private AtomicStructure structure;
    private Matrix weights;
    private GeometryVector tangent;

    /** Makes descriptor, structure and weights. */
    @Setup
    public void prepare() {
        String[] parts = workload.split("/");
        structure = (parts[0].equals("aspirin") ? Workload.ASPIRIN : Workload.COPPER).structure();
        descriptor = descriptor(parts[1], parts[0].equals("aspirin") ? 10.0 : 6.0);
        double[] ones = new double[structure.size() * descriptor.features().size()];
        Arrays.fill(ones, 1);
        weights = Matrix.wrap(structure.size(), descriptor.features().size(), ones);
        tangent = GeometryVector.displacement(structure.positions());
    }

    private Descriptor descriptor(String name, double cutoff) {
        Map<String, Object> config =
                switch (name) {
                    case "gmp-literal-7-3" -> Map.of("type", "gmp", "preset", "gmp-paper-aspirin-7-3");
                    case "gmp-solid-7-3" ->
                        Map.of(
                                "type", "gmp",
                                "radial", Map.of("type", "gaussian", "sigmas", List.of(0.25, 1.0, 2.0)),
                                "angular", Map.of("type", "mcsh", "maxOrder", 7, "polynomials", "solid"),
                                "invariants", Map.of("type", "order-norm"),
                                "cutoff", Map.of("type", "hard", "radius", cutoff));
                    case "bp-paper-1" ->
                        Map.of(
                                "type", "behler-parrinello",
                                "preset", "bp-paper-1",
                                "cutoff", Map.of("type", "cosine", "radius", cutoff));
                    default -> throw new IllegalArgumentException(name);
                };
        Injector injector = Host.injector(new GlobalOptions());
        List<String> elements = structure.elements().stream().map(Enum::name).toList();
        ComponentSpec spec = injector.getInstance(ConfigBinder.class)
                .bindComponent(
                        "descriptor", config, "descriptor", BindingEnvironment.of(Map.of("data.elements", elements)));
        return injector.getInstance(ComponentRegistry.class).create(Descriptor.KIND, spec, Path.of(""));
    }

    /** @return the features */
    @Benchmark
    public Matrix features() {
        return descriptor.evaluate(structure).features();
    }

    /** @return the gradient of the sum of all features */
    @Benchmark
    public GeometryVector featuresAndPullback() {
        return descriptor.evaluate(structure).pullback(weights);
    }

    /** @return the change of the features under a displacement */
    @Benchmark
    public Matrix featuresAndPushforward() {
        DescriptorEvaluation evaluation = descriptor.evaluate(structure);
        return evaluation.pushforward(tangent);
    }
}
