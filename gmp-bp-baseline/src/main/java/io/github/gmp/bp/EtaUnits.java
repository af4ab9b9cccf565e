package io.github.gmp.bp;

import io.github.gmp.bp.symmetry.AngularFunction;

/** What a number given as η means. */
public enum EtaUnits {
    /** η in Å⁻² for every function (n2p2, RuNNer with lengths in Å). */
    INVERSE_SQUARE_ANGSTROM,
    /**
     * η of G2 and G4 is divided by r_c² before use, that of G5 is not: what the reference code of arXiv:2102.02390 does. Its η = 0.05 … 5
     * at r_c = 10 Å are 0.0005 … 0.05 Å⁻².
     */
    PER_CUTOFF_SQUARE;

    /** {@return η of G2 in Å⁻²} */
    double radial(double stated, double cutoff) {
        return this == PER_CUTOFF_SQUARE ? stated / (cutoff * cutoff) : stated;
    }

    /** {@return η of an angular function in Å⁻²} */
    double angular(AngularFunction.Sort sort, double stated, double cutoff) {
        return sort == AngularFunction.Sort.G4 ? radial(stated, cutoff) : stated;
    }
}
