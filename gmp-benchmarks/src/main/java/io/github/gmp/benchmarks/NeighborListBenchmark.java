package io.github.gmp.benchmarks;

import io.github.gmp.api.neighbor.NeighborList;
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

/** Neighbor lists alone, per structure. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class NeighborListBenchmark {
    /** Structure and cutoff in Å. */
    @Param({"aspirin/10", "copper/6", "copper/15"})
    private String list;

    private AtomicStructure structure;
    private double cutoff;

    /** Makes the structure. */
    @Setup
    public void prepare() {
        String[] parts = list.split("/");
        structure = (parts[0].equals("aspirin") ? Workload.ASPIRIN : Workload.COPPER).structure();
        cutoff = Double.parseDouble(parts[1]);
    }

    /** @return the list */
    @Benchmark
    public NeighborList build() {
        return NeighborList.build(structure, cutoff);
    }
}
