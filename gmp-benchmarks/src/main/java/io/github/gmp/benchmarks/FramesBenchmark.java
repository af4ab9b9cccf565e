package io.github.gmp.benchmarks;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.runtime.features.FeatureSet;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.progress.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

import java.util.Collections;
import java.util.List;

/** Features of many small structures, one per task, by one and two threads; per data set of {@value #FRAMES} frames of aspirin. */
public class FramesBenchmark extends ProcessOfUsers {
    /** Number of frames: enough that the last one does not keep the other thread waiting. */
    static final int FRAMES = 2000;

    /** Threads. */
    @Param({"1", "2"})
    private int threads;

    private Descriptor descriptor;
    private List<LabeledStructure> frames;

    /** Makes descriptor and frames. */
    @Setup
    public void prepare() {
        AtomicStructure aspirin = Workload.ASPIRIN.structure();
        descriptor = WorkloadDescriptors.of("w1-solid-3", aspirin);
        frames = Collections.nCopies(
                FRAMES,
                LabeledStructure.builder(aspirin, new Source("aspirin", 1)).build());
    }

    /** {@return the features of all frames} */
    @Benchmark
    public FeatureSet features() {
        return new Featurizer().featurize(descriptor, frames, threads, Progress.silent());
    }
}
