package io.github.gmp.bp;

import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Optional;

/**
 * The symmetry functions of one center element; parameter lists are combined with each other, every value with every value.
 *
 * @param g1 G1 = Σ_j f_c
 * @param g2 G2, shifted Gaussians
 * @param g3 G3, cosine waves
 * @param g4 G4, angular with the distance between the neighbors
 * @param g5 G5, angular without it
 */
public record SymmetryFunctionLists(
        @Param(doc = "Whether to use G1, the sum of the cutoff function over the neighbors.", defaultValue = "false")
        boolean g1,

        @Param(doc = "G2 functions exp(-eta (r - shift)^2), every eta with every shift.")
        Optional<Gaussians> g2,

        @Param(doc = "G3 functions cos(kappa r).") Optional<Cosines> g3,

        @Param(doc = "G4 functions (with the distance between the neighbors), every eta with every zeta and lambda.")
        Optional<Angles> g4,

        @Param(doc = "G5 functions (without the distance between the neighbors), every eta with every zeta and lambda.")
        Optional<Angles> g5) {

    /** {@return whether no sort of function is asked for} */
    boolean isEmpty() {
        return !g1 && g2.isEmpty() && g3.isEmpty() && g4.isEmpty() && g5.isEmpty();
    }

    /**
     * Parameters of G2.
     *
     * @param etas η, in the units of {@code etaUnits}
     * @param shifts R_s in Å
     */
    public record Gaussians(
            @Param(doc = "Exponents eta, in the units that etaUnits names.", range = "[0, inf)")
            List<Double> etas,

            @Param(
                    doc = "Shifts R_s of the center of the Gaussian.",
                    unit = "Å",
                    range = "[0, inf)",
                    defaultValue = "[0.0]")
            List<Double> shifts) {}

    /**
     * Parameters of G3.
     *
     * @param kappas κ in Å⁻¹
     */
    public record Cosines(
            @Param(doc = "Wave numbers kappa.", unit = "Å⁻¹", range = "[0, inf)")
            List<Double> kappas) {}

    /**
     * Parameters of G4 and G5.
     *
     * @param etas η, in the units of {@code etaUnits}
     * @param zetas ζ
     * @param lambdas λ
     */
    public record Angles(
            @Param(doc = "Exponents eta, in the units that etaUnits names.", range = "[0, inf)")
            List<Double> etas,

            @Param(
                    doc = "Angular exponents zeta; below 1 the forces of atoms in a line would be infinite. "
                            + "Whole numbers are faster.",
                    range = "[1, inf)")
            List<Double> zetas,

            @Param(
                    doc =
                            "Signs lambda, 1 or -1: the angular factor peaks at 0 or at 180 degrees (gamma in some papers).",
                    defaultValue = "[-1, 1]")
            List<Double> lambdas) {}
}
