package io.github.gmp.api.multipole.descriptor;

import io.github.gmp.api.descriptor.Descriptor;

import java.util.List;

/**
 * A descriptor whose features are functions of blocks of numbers, each of which depends on a part of its configuration: descriptors that
 * have this part in common share the block, so a cache need compute it once. For example, the moments of a radial probe are the same
 * whatever other probes there are, and every kind of invariants is formed of them.
 */
public interface BlockDescriptor extends Descriptor {
    /**
     * {@return a text per block that says all that its numbers depend on beside the structure, the contents of files and the version of the
     * plugin: blocks with the same text are the same, bit for bit, in whatever descriptor}
     */
    List<String> blockKeys();

    /** {@return the numbers of one block of one atom} */
    int blockWidth();

    /**
     * {@return a descriptor whose features are these blocks, one after the other}
     *
     * @param which numbers of blocks, at least one
     */
    Descriptor blocks(List<Integer> which);

    /**
     * Features of one atom from its blocks: bit for bit those of {@link #evaluate}.
     *
     * @param blocks all blocks of the atom, one after the other
     * @param features receives the features
     * @param offset where in {@code features} to start
     */
    void combine(double[] blocks, double[] features, int offset);
}
