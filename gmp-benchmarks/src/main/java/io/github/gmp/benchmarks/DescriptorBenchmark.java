package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import java.util.Arrays;

/**
 * Features and derivatives of one structure, on one thread. Times are per structure: {@link BenchmarkReport} divides by the number of
 * atoms. The first three include the neighbor list, as a user's call does; the others go over a prepared evaluation.
 */
public class DescriptorBenchmark extends ProcessOfUsers {
    /** Which descriptor on which structure, see {@link Workload}. */
    @Param({
        "w1-solid-3",
        "w1-solid-6",
        "w1-literal-3",
        "w1-power-8",
        "w1-default",
        "w2-bp-1",
        "w3-gmp-4-19",
        "w3-gmp-2-10",
        "w4-bp-1"
    })
    private String workload;

    private Descriptor descriptor;
    private AtomicStructure structure;
    private DescriptorEvaluation evaluation;
    private Matrix weights;
    private GeometryVector tangent;

    /** Makes descriptor, structure and weights. */
    @Setup
    public void prepare() {
        structure = Workload.structureOf(workload).structure();
        descriptor = WorkloadDescriptors.of(workload, structure);
        evaluation = descriptor.evaluate(structure);
        double[] ones = new double[structure.size() * descriptor.features().size()];
        Arrays.fill(ones, 1);
        weights = Matrix.wrap(structure.size(), descriptor.features().size(), ones);
        tangent = GeometryVector.displacement(structure.positions());
    }

    /** {@return the features} */
    @Benchmark
    public Matrix features() {
        return descriptor.evaluate(structure).features();
    }

    /** {@return the gradient of the sum of all features} */
    @Benchmark
    public GeometryVector featuresAndPullback() {
        return descriptor.evaluate(structure).pullback(weights);
    }

    /** {@return the change of the features under a displacement} */
    @Benchmark
    public Matrix featuresAndPushforward() {
        return descriptor.evaluate(structure).pushforward(tangent);
    }

    /** {@return the gradient of the sum of all features, features given} */
    @Benchmark
    public GeometryVector pullback() {
        return evaluation.pullback(weights);
    }

    /** {@return the change of the features under a displacement, features given} */
    @Benchmark
    public Matrix pushforward() {
        return evaluation.pushforward(tangent);
    }
}
