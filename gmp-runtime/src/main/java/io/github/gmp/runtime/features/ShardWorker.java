package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.Worker;
import io.github.gmp.runtime.dataset.FrameReader;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.parallel.OrderedPipeline;
import io.github.gmp.runtime.progress.Progress;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Computes and writes shards, each on the calling thread: it reads no more than the frames of the shard, where the format allows it. */
final class ShardWorker implements Worker {
    private final FrameStream frames;
    private final Descriptor descriptor;
    private final Map<String, ?> provenance;

    /**
     * @param frames reads files
     * @param descriptor makes the features
     * @param provenance what made them, written into every shard
     */
    ShardWorker(FrameStream frames, Descriptor descriptor, Map<String, ?> provenance) {
        this.frames = frames;
        this.descriptor = descriptor;
        this.provenance = provenance;
    }

    @Override
    public Optional<String> run(Task task, BooleanSupplier cancelled) {
        ShardTask shard = ShardTask.parse(task.json());
        StringBuilder hashes = new StringBuilder();
        try (FrameReader reader = frames.openRanges(shard.ranges());
                ArchiveWriter sink = ArchiveWriter.Format.of(shard.target())
                        .open(shard.target(), descriptor.features(), provenance)) {
            FeatureOutput output = new FeatureOutput(
                    shard.target(), sink, new GradientCheck(descriptor, 0, 0), hashes::append, Progress.silent());
            double cpuSeconds = OrderedPipeline.run(
                    new FeatureTasks(
                            reader,
                            descriptor,
                            FeatureTasks.rowsFor(descriptor.features().size()),
                            shard.firstFrame(),
                            cancelled),
                    portion -> portion.compute(descriptor),
                    output,
                    1);
            requireAll(shard, output);
            // Of what was read, the whole is in the index: this file holds a part of it.
            sink.commit(Map.of());
            return Optional.of(new ShardAnswer(cpuSeconds, hashes.toString()).toJson());
        } catch (CancellationException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw AtomicFile.unwritable(shard.target(), e);
        }
    }

    private static void requireAll(ShardTask shard, FeatureOutput output) {
        if (output.frames() != shard.frames() || output.atoms() != shard.atoms()) {
            String files = shard.ranges().stream()
                    .map(range -> range.file().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new DataException(files + ": " + output.frames() + " structures with " + output.atoms()
                    + " atoms were read where the command had found " + shard.frames() + " with " + shard.atoms()
                    + "; is it the same file here, and has it changed meanwhile?");
        }
    }
}
