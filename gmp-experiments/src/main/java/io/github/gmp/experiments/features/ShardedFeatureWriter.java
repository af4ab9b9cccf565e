package io.github.gmp.experiments.features;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.PlainJson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes features as several files, {@code NAME-00000.npz}, {@code NAME-00001.npz}, … (or {@code .h5}), each with whole frames and at most a given
 * number of atoms (more only where one frame has more), and an index {@code NAME.json} that names them in order. The files get their
 * names when all are written, the index last: it exists only if all shards do.
 */
final class ShardedFeatureWriter implements FeatureSink {
    private final Path base;
    private final String stem;
    private final List<String> labels;
    private final String provenance;
    private final int atomsPerShard;
    private final String ending;
    private final List<ArchiveWriter> shards = new ArrayList<>();
    private final List<Map<String, Object>> index = new ArrayList<>();
    private long atomsInShard;

    /**
     * @param base the name that shards are named after, with an ending
     * @param labels a label per feature
     * @param provenance what made the features, as JSON
     * @param atomsPerShard most atoms of a shard
     */
    ShardedFeatureWriter(Path base, List<String> labels, String provenance, int atomsPerShard) {
        this.base = base;
        String name = base.getFileName().toString();
        ending = name.substring(name.lastIndexOf('.'));
        stem = name.substring(0, name.length() - ending.length());
        this.labels = List.copyOf(labels);
        this.provenance = provenance;
        this.atomsPerShard = atomsPerShard;
    }

    @Override
    public void beginFrame(int frame, int atoms) throws IOException {
        if (shards.isEmpty() || atomsInShard > 0 && atomsInShard + atoms > atomsPerShard) {
            String file = String.format(Locale.ROOT, "%s-%05d%s", stem, shards.size(), ending);
            if (!shards.isEmpty()) {
                last().assemble();
            }
            shards.add(ArchiveWriter.Format.of(base).open(base.resolveSibling(file), labels, provenance));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("file", file);
            entry.put("firstFrame", (long) frame);
            entry.put("frames", 0L);
            entry.put("atoms", 0L);
            index.add(entry);
            atomsInShard = 0;
        }
        last().beginFrame(frame, atoms);
        Map<String, Object> entry = index.get(index.size() - 1);
        atomsInShard += atoms;
        entry.put("frames", (Long) entry.get("frames") + 1);
        entry.put("atoms", atomsInShard);
    }

    private ArchiveWriter last() {
        return shards.get(shards.size() - 1);
    }

    @Override
    public void write(Matrix features, int[] atomicNumbers) throws IOException {
        last().write(features, atomicNumbers);
    }

    @Override
    public void commit() throws IOException {
        for (ArchiveWriter shard : shards) {
            shard.commit();
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", "gmp-feature-shards");
        content.put("features", (long) labels.size());
        content.put("shards", index);
        AtomicFile.replace(base.resolveSibling(stem + ".json"), PlainJson.text(content));
    }

    @Override
    public void close() throws IOException {
        for (ArchiveWriter shard : shards) {
            shard.close();
        }
    }
}
