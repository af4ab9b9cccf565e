package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;

/** Where the vector kernel is made: outside this package nothing else needs to be known of it. */
public final class SymmetryVectorKernels {
    private SymmetryVectorKernels() {}

    /** {@return the kernels on the Vector API} */
    public static SymmetryKernel create() {
        return new SymmetryKernel(
                new VectorArrayKernel(),
                new VectorPairKernel(),
                new VectorTripletKernel(),
                new VectorDerivativeKernel());
    }
}
