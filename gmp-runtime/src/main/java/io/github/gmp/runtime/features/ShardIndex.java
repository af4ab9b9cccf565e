package io.github.gmp.runtime.features;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names shards {@code NAME-00000.npz}, {@code NAME-00001.npz}, … (or {@code .h5}), says where one ends, and writes the index {@code
 * NAME.json} that lists them: the same whoever computes them.
 */
final class ShardIndex {
    private static final String FORMAT = "gmp-feature-shards";
    private static final int VERSION = 1;

    private final Path base;
    private final String stem;
    private final String ending;
    private final List<String> labels;
    private final Map<String, ?> provenance;
    private final int atomsPerShard;
    private final List<Shard> shards = new ArrayList<>();

    /**
     * A shard.
     *
     * @param file name of its file
     * @param firstFrame number of its first structure
     * @param frames number of structures
     * @param atoms number of atoms
     */
    record Shard(String file, int firstFrame, long frames, long atoms) {}

    /** What is in the index. */
    private record Document(
            String format, int version, int features, List<Shard> shards, Map<String, Object> provenance) {}

    /** As much of an index of any version as has to be known to replace it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OlderDocument(String format, List<OlderShard> shards) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OlderShard(String file) {}

    /** Gives the shards their names. */
    @FunctionalInterface
    interface Placement {
        void put() throws IOException;
    }

    /**
     * @param base the name that shards are named after, with an ending
     * @param labels a label per feature
     * @param provenance what made the features, plain data
     * @param atomsPerShard most atoms of a shard; only a shard of a single structure may have more
     * @throws IOException if another file has the name of the index
     */
    ShardIndex(Path base, List<String> labels, Map<String, ?> provenance, int atomsPerShard) throws IOException {
        this.base = base;
        String name = base.getFileName().toString();
        ending = name.substring(name.lastIndexOf('.'));
        stem = name.substring(0, name.length() - ending.length());
        this.labels = List.copyOf(labels);
        this.provenance = provenance;
        this.atomsPerShard = atomsPerShard;
        // Told now, not after hours of work.
        filesOf(indexFile());
    }

    /**
     * Counts a structure in.
     *
     * @param frame its number
     * @param atoms number of its atoms
     * @return whether a shard begins with it
     */
    boolean add(int frame, int atoms) {
        boolean begins = shards.isEmpty() || last().atoms() > 0 && last().atoms() + atoms > atomsPerShard;
        if (begins) {
            shards.add(new Shard(String.format(Locale.ROOT, "%s-%05d%s", stem, shards.size(), ending), frame, 0, 0));
        }
        Shard old = last();
        shards.set(shards.size() - 1, new Shard(old.file(), old.firstFrame(), old.frames() + 1, old.atoms() + atoms));
        return begins;
    }

    /** {@return the shard that the last structure belongs to, as far as it goes} */
    Shard last() {
        return shards.get(shards.size() - 1);
    }

    /** {@return the shards so far} */
    List<Shard> shards() {
        return List.copyOf(shards);
    }

    /**
     * {@return where its file belongs}
     *
     * @param shard a shard
     */
    Path file(Shard shard) {
        return base.resolveSibling(shard.file());
    }

    private Path indexFile() {
        return base.resolveSibling(stem + ".json");
    }

    /**
     * Replaces an older output.
     *
     * @param input what was read, plain data
     * @param placement gives the shards their names
     * @throws IOException if it cannot
     */
    void commit(Map<String, ?> input, Placement placement) throws IOException {
        Set<String> old = filesOf(indexFile());
        // From here on, an older index would lie.
        Files.deleteIfExists(indexFile());
        placement.put();
        Map<String, Object> facts = new TreeMap<>(provenance);
        facts.putAll(input);
        AtomicFile.replace(indexFile(), Json.text(new Document(FORMAT, VERSION, labels.size(), shards, facts)));
        // Whoever reads all files of this name must not get shards of an older, longer output.
        shards.forEach(shard -> old.remove(shard.file()));
        for (String file : old) {
            Files.deleteIfExists(base.resolveSibling(file));
        }
    }

    /** The shards that an older index names; nothing else is ever deleted. */
    private Set<String> filesOf(Path indexFile) throws IOException {
        if (!Files.exists(indexFile)) {
            return new TreeSet<>();
        }
        Pattern name = Pattern.compile(Pattern.quote(stem) + "-[0-9]{5,}" + Pattern.quote(ending));
        return Json.find(OlderDocument.class, new String(Files.readAllBytes(indexFile), StandardCharsets.UTF_8))
                .filter(older -> older.format().equals(FORMAT))
                .orElseThrow(() -> new FileSystemException(
                        indexFile.toString(), null, "exists, and is no index of shards; choose another name"))
                .shards()
                .stream()
                .map(OlderShard::file)
                .filter(file -> name.matcher(file).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
