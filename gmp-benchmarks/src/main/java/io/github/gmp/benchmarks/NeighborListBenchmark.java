package io.github.gmp.benchmarks;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Neighbor lists alone, per structure. */
public class NeighborListBenchmark extends ProcessOfUsers {
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

    /** {@return the list} */
    @Benchmark
    public NeighborList build() {
        return NeighborList.build(structure, cutoff);
    }
}
