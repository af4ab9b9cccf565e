package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
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

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Features and derivatives of one structure, on one thread. Times are per structure: {@link BenchmarkReport} divides by the number of
 * atoms. The first two include the neighbor list, as a user's call does; the others go over a prepared evaluation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=dontinline,io.github.gmp.probes.moment.vector.*::*",
            "-XX:CompileCommand=dontinline,io.github.gmp.api.kernel.vector.Lanes::*",
            "-XX:+UseSerialGC"
        })
public class DescriptorBenchmark {
    /** Which descriptor on which structure, see {@link Workload}. */
    @Param({"w1-solid-3", "w1-solid-6", "w1-literal-3", "w1-power-8", "w2-bp-1", "w3-gmp-4-19", "w3-gmp-2-10", "w4-bp-1"
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

    /** @return the gradient of the sum of all features, features given */
    @Benchmark
    public GeometryVector pullback() {
        return evaluation.pullback(weights);
    }

    /** @return the change of the features under a displacement, features given */
    @Benchmark
    public Matrix pushforward() {
        return evaluation.pushforward(tangent);
    }
}
