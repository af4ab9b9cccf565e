package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.PartitionedEvaluation;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.experiments.parallel.IndexedTasks;
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
import org.openjdk.jmh.infra.Blackhole;

import java.util.concurrent.TimeUnit;

/** Features of ever larger copper crystals in blocks of centers (default descriptor, 6 Å), by one and two threads; per structure. */
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
            "-XX:+UseSerialGC",
            "-Xmx3g"
        })
public class ScalingBenchmark {
    /** Cubic cells along each axis: 4 n³ atoms. */
    @Param({"4", "8", "16", "30", "63"})
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
        descriptor = WorkloadDescriptors.of("default", structure);
    }

    /** @param blackhole takes the features */
    @Benchmark
    public void features(Blackhole blackhole) {
        PartitionedEvaluation.of(descriptor, structure, (tasks, task) -> IndexedTasks.run(tasks, threads, task))
                .visit((first, rows) -> blackhole.consume(rows));
    }
}
