package io.github.gmp.benchmarks;

import io.github.gmp.toolkit.kernel.KernelChoice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Steps of training of a network, by the kernels of the Vector API, on one thread. See {@link NetworkSteps} for the workload. */
public class NetworkBenchmark extends ProcessOfUsers {
    /** What changes the weights. */
    @Param({"adam", "soap"})
    private String optimizer;

    private NetworkSteps steps;

    /** Makes network and data. */
    @Setup
    public void prepare() {
        steps = new NetworkSteps(KernelChoice.ofProcess(), optimizer);
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
