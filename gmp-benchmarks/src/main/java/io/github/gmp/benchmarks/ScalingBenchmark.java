package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.runtime.parallel.IndexedTasks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** Features of ever larger copper crystals in blocks of centers (default descriptor, 6 Å), by one and two threads; per structure. */
public class ScalingBenchmark extends ProcessOfUsers {
    /** Cubic cells along each axis: 4 n³ atoms; 63 for a million. */
    @Param({"4", "8", "12", "16", "30"})
    private int cells;

    /** Threads. */
    @Param({"1", "2"})
    private int threads;

    private Descriptor descriptor;
    private AtomicStructure structure;

    /** Makes descriptor and structure. */
    @Setup
    public void prepare() {
        structure = Workload.copper(cells);
        descriptor = WorkloadDescriptors.of("w1-default", structure);
    }

    /** @param blackhole takes the features */
    @Benchmark
    public void features(Blackhole blackhole) {
        PartitionedEvaluation.of(descriptor, structure, (tasks, task) -> IndexedTasks.run(tasks, threads, task))
                .visit((first, rows) -> blackhole.consume(rows));
    }
}
