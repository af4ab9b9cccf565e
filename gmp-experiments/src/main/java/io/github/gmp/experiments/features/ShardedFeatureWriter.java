package io.github.gmp.experiments.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.PlainJson;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes features as several files, {@code NAME-00000.npz}, {@code NAME-00001.npz}, … (or {@code .h5}), each with whole frames and at most a given
 * number of atoms (more only where one frame has more), and an index {@code NAME.json} that names them in order. The files get their
 * names when all are written, the index last: it exists only if all shards do.
 */
final class ShardedFeatureWriter implements FeatureSink {
    private static final String FORMAT = "gmp-feature-shards";

    private final Path base;
    private final String stem;
    private final List<String> labels;
    private final Map<String, ?> provenance;
    private final int atomsPerShard;
    private final String ending;
    private final List<ArchiveWriter> shards = new ArrayList<>();
    private final List<Map<String, Object>> index = new ArrayList<>();
    private long atomsInShard;

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
        String name = base.getFileName().toString();
        ending = name.substring(name.lastIndexOf('.'));
        stem = name.substring(0, name.length() - ending.length());
        this.labels = List.copyOf(labels);
        this.provenance = provenance;
        this.atomsPerShard = atomsPerShard;
        // Told now, not after hours of work.
        filesOf(base.resolveSibling(stem + ".json"));
    }

    @Override
    public void beginFrame(int frame, int atoms) throws IOException {
        if (shards.isEmpty() || atomsInShard > 0 && atomsInShard + atoms > atomsPerShard) {
            String file = String.format(Locale.ROOT, "%s-%05d%s", stem, shards.size(), ending);
            if (!shards.isEmpty()) {
                // Of what was read, the whole is in the index: this file holds a part of it.
                last().assemble(Map.of());
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
    public void commit(Map<String, ?> input) throws IOException {
        if (!shards.isEmpty()) {
            last().assemble(Map.of());
        }
        Path indexFile = base.resolveSibling(stem + ".json");
        Set<String> old = filesOf(indexFile);
        // From here on, an older index would lie.
        Files.deleteIfExists(indexFile);
        for (ArchiveWriter shard : shards) {
            shard.commit(input);
        }
        Map<String, Object> facts = new TreeMap<>(provenance);
        facts.putAll(input);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("format", FORMAT);
        content.put("features", (long) labels.size());
        content.put("shards", index);
        content.put("provenance", facts);
        AtomicFile.replace(indexFile, PlainJson.text(content));
        // Whoever reads all files of this name must not get shards of an older, longer output.
        index.forEach(entry -> old.remove(entry.get("file")));
        for (String file : old) {
            Files.deleteIfExists(base.resolveSibling(file));
        }
    }

    /** The shards that an older index names; nothing else is ever deleted. */
    private Set<String> filesOf(Path indexFile) throws IOException {
        Set<String> files = new TreeSet<>();
        Pattern name = Pattern.compile(Pattern.quote(stem) + "-[0-9]{5,}" + Pattern.quote(ending));
        if (!Files.exists(indexFile)) {
            return files;
        }
        Map<?, ?> older = readIndex(indexFile);
        if (FORMAT.equals(older.get("format")) && older.get("shards") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> shard
                        && shard.get("file") instanceof String file
                        && name.matcher(file).matches()) {
                    files.add(file);
                }
            }
            return files;
        }
        throw notAnIndex(indexFile);
    }

    private static Map<?, ?> readIndex(Path indexFile) throws IOException {
        try {
            return PlainJson.read(Files.readAllBytes(indexFile));
        } catch (JsonProcessingException e) {
            throw notAnIndex(indexFile);
        }
    }

    private static IOException notAnIndex(Path indexFile) {
        return new FileSystemException(
                indexFile.toString(), null, "exists, and is no index of shards; choose another name");
    }

    @Override
    public void close() throws IOException {
        for (ArchiveWriter shard : shards) {
            shard.close();
        }
    }
}
