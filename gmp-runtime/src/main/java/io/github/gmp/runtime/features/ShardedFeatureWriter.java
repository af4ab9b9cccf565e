package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes features as several files, each with whole frames and at most a given number of atoms (more only where one frame has more), and
 * their {@link ShardIndex}. The files get their names when all are written, the index last: it exists only if all shards do.
 */
final class ShardedFeatureWriter implements FeatureSink {
    private final Path base;
    private final List<String> labels;
    private final Map<String, ?> provenance;
    private final ShardIndex index;
    private final List<ArchiveWriter> shards = new ArrayList<>();

    /**
     * @param base the name that shards are named after, with an ending
     * @param labels a label per feature
     * @param provenance what made the features, plain data
     * @param atomsPerShard most atoms of a shard
     * @throws IOException if another file has the name of the index
     */
    ShardedFeatureWriter(Path base, List<String> labels, Map<String, ?> provenance, int atomsPerShard)
            throws IOException {
        this.base = base;
        this.labels = List.copyOf(labels);
        this.provenance = provenance;
        index = new ShardIndex(base, labels, provenance, atomsPerShard);
    }

    @Override
    public void beginFrame(int frame, int atoms) throws IOException {
        if (index.add(frame, atoms)) {
            if (!shards.isEmpty()) {
                // Of what was read, the whole is in the index: this file holds a part of it.
                last().assemble(Map.of());
            }
            shards.add(ArchiveWriter.Format.of(base).open(index.file(index.last()), labels, provenance));
        }
        last().beginFrame(frame, atoms);
    }

    private ArchiveWriter last() {
        return shards.get(shards.size() - 1);
    }

    @Override
    public void write(Matrix features, int[] atomicNumbers) throws IOException {
        last().write(features, atomicNumbers);
    }

    @Override
    public void commit(Map<String, ?> input) throws IOException {
        if (!shards.isEmpty()) {
            last().assemble(Map.of());
        }
        index.commit(input, () -> {
            for (ArchiveWriter shard : shards) {
                shard.commit(input);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (ArchiveWriter shard : shards) {
            shard.close();
        }
    }
}
