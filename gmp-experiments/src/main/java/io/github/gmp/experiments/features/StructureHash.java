package io.github.gmp.experiments.features;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.experiments.dataset.DatasetHash;
import io.github.gmp.experiments.files.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeSet;

/** SHA-256 over what the features of a structure may depend on: the structure, and its further columns, e.g. charges. */
final class StructureHash {
    private StructureHash() {}

    /**
     * @param structure a structure
     * @return its hash, hex
     */
    static String of(AtomicStructure structure) {
        MessageDigest digest = Sha256.digest();
        digest.update(DatasetHash.of(structure).getBytes(StandardCharsets.US_ASCII));
        for (String name : new TreeSet<>(structure.atomPropertyNames())) {
            digest.update((name + '\n').getBytes(StandardCharsets.UTF_8));
            double[] values = structure.atomProperty(name).orElseThrow();
            ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
            buffer.asDoubleBuffer().put(values);
            digest.update(buffer);
        }
        return Sha256.hex(digest);
    }
}
