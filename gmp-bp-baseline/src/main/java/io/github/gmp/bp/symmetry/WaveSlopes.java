package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.PairTable;

/** Derivatives of G3; few sets have it, so it is computed pair by pair. */
final class WaveSlopes {
    private WaveSlopes() {}

    /** {@return ∂(w cos(κ r) f_c)/∂s of the pair at a place; 0 instead of infinite at r = 0} */
    static double bySquare(RadialFunction.CosineWave wave, PairTable pairs, int place) {
        double r = pairs.distance[place];
        double value = wave.value(r);
        return 0.5 * wave.derivative(r, value) * pairs.inverse[place] * pairs.cutoff[place]
                + value * pairs.cutoffSlope[place];
    }
}
