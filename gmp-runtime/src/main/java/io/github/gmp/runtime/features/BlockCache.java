package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.descriptor.BlockDescriptor;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.dataset.DatasetHash;
import io.github.gmp.runtime.files.Sha256;
import io.github.gmp.runtime.progress.Progress;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what features are made of, while there is room in memory: candidates of a search often have radial probes in common, whose
 * moments need not be computed for each. Blocks are kept from the second time on that one of a descriptor's is asked for: most of those that
 * never come again then cost nothing. Features are the same either way, bit for bit. Thread-safe.
 */
public final class BlockCache implements FeatureProvider {
    private final FeatureProvider source;
    private final Map<String, SoftReference<Matrix>> known = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /** @param source computes what is not remembered */
    public BlockCache(FeatureProvider source) {
        this.source = source;
    }

    @Override
    public FeatureSet features(
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress) {
        if (!(descriptor instanceof BlockDescriptor blockwise)) {
            return source.features(spec, descriptor, structures, threads, progress);
        }
        List<String> keys = keys(spec, blockwise, structures);
        boolean shares = keys.stream().anyMatch(asked::contains);
        asked.addAll(keys);
        if (!shares) {
            return source.features(spec, descriptor, structures, threads, progress);
        }
        Map<String, Matrix> blocks = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int b = 0; b < keys.size(); b++) {
            SoftReference<Matrix> reference = known.get(keys.get(b));
            Matrix block = reference == null ? null : reference.get();
            if (block == null) {
                missing.add(b);
            } else {
                blocks.put(keys.get(b), block);
            }
        }
        if (missing.isEmpty()) {
            progress.advance(structures.size());
        } else {
            Descriptor parts = blockwise.blocks(missing);
            Matrix computed =
                    source.features(spec, parts, structures, threads, progress).features();
            for (int m = 0; m < missing.size(); m++) {
                String key = keys.get(missing.get(m));
                Matrix block = columns(computed, m * blockwise.blockWidth(), blockwise.blockWidth());
                blocks.put(key, block);
                known.put(key, new SoftReference<>(block));
            }
        }
        FeatureSet combined = combine(blockwise, keys.stream().map(blocks::get).toList(), structures);
        boolean finite = Arrays.stream(combined.features().array()).allMatch(Double::isFinite);
        // One that is not finite is reported with its atom by whoever computes it the usual way.
        return finite ? combined : source.features(spec, descriptor, structures, threads, Progress.silent());
    }

    private List<String> keys(ComponentSpec spec, BlockDescriptor descriptor, List<LabeledStructure> structures) {
        MessageDigest digest = Sha256.digest();
        for (LabeledStructure frame : structures) {
            digest.update(DatasetHash.of(frame.structure()).getBytes(StandardCharsets.US_ASCII));
        }
        String common = Sha256.hex(digest) + new FileHashes().byName(spec);
        return descriptor.blockKeys().stream()
                .map(key -> ComponentSpecs.hashOf(List.of(common, key)))
                .toList();
    }

    private static Matrix columns(Matrix matrix, int first, int count) {
        double[] values = new double[matrix.rows() * count];
        for (int row = 0; row < matrix.rows(); row++) {
            System.arraycopy(matrix.array(), row * matrix.columns() + first, values, row * count, count);
        }
        return Matrix.wrap(matrix.rows(), count, values);
    }

    private static FeatureSet combine(
            BlockDescriptor descriptor, List<Matrix> blocks, List<LabeledStructure> structures) {
        int[] offsets = new int[structures.size() + 1];
        for (int s = 0; s < structures.size(); s++) {
            offsets[s + 1] = offsets[s] + structures.get(s).structure().size();
        }
        int rows = offsets[structures.size()];
        int columns = descriptor.features().size();
        int width = descriptor.blockWidth();
        double[] features = new double[Math.multiplyExact(rows, columns)];
        double[] own = new double[blocks.size() * width];
        for (int row = 0; row < rows; row++) {
            for (int b = 0; b < blocks.size(); b++) {
                System.arraycopy(blocks.get(b).array(), row * width, own, b * width, width);
            }
            descriptor.combine(own, features, row * columns);
        }
        int[] atomicNumbers = structures.stream()
                .flatMapToInt(frame -> Arrays.stream(frame.structure().atomicNumbers()))
                .toArray();
        return new FeatureSet(Matrix.wrap(rows, columns, features), atomicNumbers, offsets, 0);
    }
}
