package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;

/**
 * SHA-256 over what structures are: atomic numbers, positions, cell, periodicity, columns of one number per atom (densities may depend on
 * them), and labels, bit for bit. File names and comment keys do not count.
 */
public final class DatasetHash {
    private final MessageDigest digest = Sha256.digest();

    private DatasetHash() {}

    /**
     * {@return SHA-256 of structures and labels, hex}
     *
     * @param sets lists of structures; their order counts
     */
    public static String of(List<List<LabeledStructure>> sets) {
        DatasetHash hash = new DatasetHash();
        for (List<LabeledStructure> set : sets) {
            hash.add(set.size());
            for (LabeledStructure structure : set) {
                hash.add(structure.structure());
                hash.add(structure.energy().stream().toArray());
                hash.add(structure.forces().orElse(new double[0]));
                hash.add(structure.stress().orElse(new double[0]));
            }
        }
        return hash.hex();
    }

    /**
     * {@return SHA-256 of the structure without labels, hex}
     *
     * @param structure a structure
     */
    public static String of(AtomicStructure structure) {
        DatasetHash hash = new DatasetHash();
        hash.add(structure);
        return hash.hex();
    }

    private void add(AtomicStructure structure) {
        for (int atomicNumber : structure.atomicNumbers()) {
            add(atomicNumber);
        }
        add(structure.positions());
        add(structure.cell().rows());
        for (int vector = 0; vector < 3; vector++) {
            add(structure.cell().periodic(vector) ? 1 : 0);
        }
        // In the order of their names, which no file's order of columns changes.
        for (String name : new TreeSet<>(structure.atomPropertyNames())) {
            byte[] characters = name.getBytes(StandardCharsets.UTF_8);
            add(characters.length);
            digest.update(characters);
            add(structure.atomProperty(name).orElseThrow());
        }
    }

    private void add(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).flip());
    }

    /** The length goes first, so that no two different sequences of arrays run into the same bytes. */
    private void add(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * values.length);
        buffer.putInt(values.length);
        for (double value : values) {
            // −0.0 and 0.0 are the same coordinate.
            buffer.putDouble(value == 0 ? 0.0 : value);
        }
        digest.update(buffer.flip());
    }

    private String hex() {
        return Sha256.hex(digest);
    }
}
