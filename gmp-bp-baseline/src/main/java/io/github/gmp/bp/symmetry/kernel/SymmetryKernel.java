package io.github.gmp.bp.symmetry.kernel;

/**
 * One implementation of the loops that symmetry functions spend their time in.
 *
 * @param arrays loops over independent values
 * @param pairs loops over pairs
 * @param triplets loops over triplets
 * @param derivatives loops over triplets for derivatives
 */
public record SymmetryKernel(
        ArrayKernel arrays, PairKernel pairs, TripletKernel triplets, DerivativeKernel derivatives) {
    /** {@return the kernels in plain loops} */
    public static SymmetryKernel scalar() {
        return new SymmetryKernel(
                new ScalarArrayKernel(),
                new ScalarPairKernel(),
                new ScalarTripletKernel(),
                new ScalarDerivativeKernel());
    }

    /** {@return the values that one instruction works on; 1 for plain loops} */
    public int lanes() {
        return arrays.lanes();
    }
}
