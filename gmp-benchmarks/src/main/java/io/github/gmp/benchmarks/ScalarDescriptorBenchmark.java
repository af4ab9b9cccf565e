package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
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

import java.util.concurrent.TimeUnit;

/** Features by the plain kernels, as on a JVM without the Vector API, neighbor list included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Dgmp.kernel=scalar", "-XX:+UseSerialGC"})
public class ScalarDescriptorBenchmark {
    /** Which descriptor on which structure, see {@link Workload}. */
    @Param({"w1-solid-3", "w2-bp-1"})
    private String workload;

    private Descriptor descriptor;
    private AtomicStructure structure;

    /** Makes descriptor and structure. */
    @Setup
    public void prepare() {
        structure = Workload.structureOf(workload).structure();
        descriptor = WorkloadDescriptors.of(workload, structure);
    }

    /** {@return the features} */
    @Benchmark
    public Matrix features() {
        return descriptor.evaluate(structure).features();
    }
}
