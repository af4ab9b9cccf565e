package io.github.gmp.bp.symmetry;

/**
 * An angular symmetry function, a sum over unordered pairs of neighbors (Behler, doi:10.1063/1.3553717, Eqs. 8 and 9):
 *
 * <p>G_i = 2^{1−ζ} Σ_{j&lt;k} (1 + λ cos θ_ijk)^ζ e_η(r_ij) e_η(r_ik) [e_η(r_jk)] with e_η(r) = exp(−η r²) f_c(r); the factor in
 * brackets belongs to G4 only.
 *
 * @param sort G4 or G5
 * @param eta η in Å⁻²
 * @param statedEta η as the user stated it, for labels
 * @param zeta ζ, at least 1
 * @param lambda λ, −1 or 1 (the γ of arXiv:2102.02390)
 */
public record AngularFunction(Sort sort, double eta, double statedEta, double zeta, int lambda) {
    /** The two sorts of angular functions. */
    public enum Sort {
        /** With the distance between the two neighbors: all three must be within each other's cutoff. */
        G4,
        /** Without the distance between the two neighbors. */
        G5
    }

    /**
     * @throws IllegalArgumentException if ζ &lt; 1 (the gradient would be infinite for atoms in a line) or λ is not ±1
     */
    public AngularFunction {
        if (!(zeta >= 1) || Math.abs(lambda) != 1) {
            throw new IllegalArgumentException(
                    "an angular function needs zeta >= 1 and lambda -1 or 1, got " + zeta + " and " + lambda);
        }
    }

    /**
     * {@return the parameters as the user stated them, e.g. {@code eta=0.001 zeta=1 lambda=+1}}
     *
     * @param digits significant digits of the numbers
     */
    String parameters(int digits) {
        return "eta=" + LabelNumbers.format(statedEta, digits) + " zeta=" + LabelNumbers.format(zeta, digits)
                + " lambda=" + (lambda > 0 ? "+1" : "-1");
    }
}
