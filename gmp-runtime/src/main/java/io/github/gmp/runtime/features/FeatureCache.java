package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.dataset.DatasetHash;
import io.github.gmp.runtime.files.Sha256;
import io.github.gmp.runtime.files.TemporaryNames;
import io.github.gmp.runtime.progress.Progress;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Remembers features: in memory while there is room, and in a folder between runs. A file is found by the contents of the structures, the
 * resolved configuration of the descriptor (with the contents of the files it names, and the constants it was fitted with) and the versions
 * of the plugins, and is believed only if its checksum holds and the features of a few structures, computed anew, equal it bit for bit.
 * Whatever is missing or damaged is computed again; the folder may be deleted at any moment. Thread-safe: what several threads ask for at
 * once is computed once.
 */
public final class FeatureCache implements FeatureProvider {
    private final FeatureProvider source;
    private final Location location;
    private final Map<String, String> versions;
    private final Consumer<String> notes;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * Where a cache keeps its files.
     *
     * @param folder the folder; made when needed
     * @param persistent whether files are read and written at all
     */
    public record Location(Path folder, boolean persistent) {}

    /**
     * @param source computes what is not remembered
     * @param location where files are kept
     * @param versions versions of everything that features depend on, by name
     * @param notes told what the user should know, e.g. that a file was damaged
     */
    public FeatureCache(
            FeatureProvider source, Location location, Map<String, String> versions, Consumer<String> notes) {
        this.source = source;
        this.location = location;
        this.versions = Map.copyOf(versions);
        this.notes = notes;
    }

    @Override
    public FeatureSet features(
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress) {
        String key = key(spec, descriptor, structures);
        Entry entry = entries.computeIfAbsent(key, k -> new Entry());
        // One thread computes, the others that want the same features wait for it.
        synchronized (entry) {
            FeatureSet remembered = entry.features.get();
            if (remembered == null) {
                remembered = load(key, spec, descriptor, structures, threads, progress);
                entry.features = new SoftReference<>(remembered);
            } else {
                progress.advance(structures.size());
            }
            return remembered;
        }
    }

    /** Holds on to features as long as memory allows. */
    private static final class Entry {
        private SoftReference<FeatureSet> features = new SoftReference<>(null);
    }

    private FeatureSet load(
            String key,
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress) {
        Path file = location.folder().resolve(key + ".features");
        if (location.persistent()) {
            try {
                FeatureSet read = read(file, key, descriptor, structures);
                progress.advance(structures.size());
                return read;
            } catch (NoSuchFileException e) {
                // Nothing remembered: the ordinary case of a first run.
            } catch (IOException e) {
                notes.accept("feature cache: " + file + " " + e.getMessage() + "; the features were computed again");
            }
        }
        FeatureSet computed = source.features(spec, descriptor, structures, threads, progress);
        if (location.persistent()) {
            try {
                Files.createDirectories(location.folder());
                TemporaryNames.removeLeftovers(location.folder());
                FeatureFile.write(file, key, computed.features());
            } catch (IOException | GmpException e) {
                // One note for all files: the folder is the same.
                notes.accept("feature cache: cannot write to " + location.folder()
                        + "; the features will be computed again next time");
            }
        }
        return computed;
    }

    private static FeatureSet read(Path file, String key, Descriptor descriptor, List<LabeledStructure> structures)
            throws IOException {
        int[] offsets = new int[structures.size() + 1];
        for (int s = 0; s < structures.size(); s++) {
            offsets[s + 1] = offsets[s] + structures.get(s).structure().size();
        }
        int rows = offsets[structures.size()];
        Matrix features =
                FeatureFile.read(file, key, rows, descriptor.features().size());
        requireSame(features, descriptor, structures, offsets);
        int[] atomicNumbers = structures.stream()
                .flatMapToInt(frame -> Arrays.stream(frame.structure().atomicNumbers()))
                .toArray();
        return new FeatureSet(features, atomicNumbers, offsets, 0);
    }

    /** A version number does not change with every change of code during development; a few structures computed anew tell. */
    private static void requireSame(
            Matrix features, Descriptor descriptor, List<LabeledStructure> structures, int[] offsets)
            throws FeatureFile.DamagedException {
        if (structures.isEmpty()) {
            return;
        }
        int columns = features.columns();
        for (int s : new TreeSet<>(List.of(0, structures.size() / 2, structures.size() - 1))) {
            Matrix anew = Featurizer.evaluate(descriptor, structures.get(s));
            double[] cached = Arrays.copyOfRange(features.array(), offsets[s] * columns, offsets[s + 1] * columns);
            if (!Arrays.equals(anew.array(), cached)) {
                throw new FeatureFile.DamagedException("was made by another version of the descriptor");
            }
        }
    }

    private String key(ComponentSpec spec, Descriptor descriptor, List<LabeledStructure> structures) {
        MessageDigest digest = Sha256.digest();
        for (LabeledStructure frame : structures) {
            digest.update(DatasetHash.of(frame.structure()).getBytes(StandardCharsets.US_ASCII));
        }
        Map<String, Object> parts = new HashMap<>(Map.of(
                "structures", Sha256.hex(digest),
                "descriptor", new FileHashes().hashOf(spec),
                "versions", versions));
        if (descriptor instanceof FittableDescriptor fitted) {
            // Constants from another training set give other features of the same structures.
            parts.put("state", DescriptorFit.hash(fitted.state()));
        }
        return ComponentSpecs.hashOf(parts);
    }
}
