package io.github.gmp.benchmarks;

import io.github.gmp.toolkit.kernel.KernelChoice;
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

/** Steps of training of a network by plain loops, as on a JVM without the Vector API. See {@link NetworkSteps} for the workload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Dgmp.kernel=scalar", "-XX:+UseSerialGC"})
public class ScalarNetworkBenchmark {
    /** What changes the weights. */
    @Param({"adam"})
    private String optimizer;

    private NetworkSteps steps;

    /** Makes network and data. */
    @Setup
    public void prepare() {
        steps = new NetworkSteps(KernelChoice.scalar(), optimizer);
    }

    /** {@return the weights after a step on energies} */
    @Benchmark
    public double[] energyStep() {
        return steps.energyStep();
    }

    /** {@return the weights after a step on energies and forces} */
    @Benchmark
    public double[] energyAndForceStep() {
        return steps.energyAndForceStep();
    }
}
