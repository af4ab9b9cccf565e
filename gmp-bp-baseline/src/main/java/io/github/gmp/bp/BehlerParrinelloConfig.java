package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.bp.symmetry.Pairing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration of the descriptor {@code behler-parrinello}.
 *
 * @param elements the elements of centers and neighbors
 * @param cutoff f_c
 * @param etaUnits what η means
 * @param pairing how the elements of neighbors are told apart
 * @param g1 whether to use G1
 * @param g2 parameters of G2
 * @param g3 parameters of G3
 * @param g4 parameters of G4
 * @param g5 parameters of G5
 * @param perElement own sets of single center elements
 */
public record BehlerParrinelloConfig(
        @Param(
                doc = "Elements that structures may have, as centers and as neighbors; their order does not matter.",
                defaultValue = "${data.elements}")
        List<String> elements,

        @Param(doc = "Cutoff function.", kind = CutoffFunction.class, defaultValue = "{type: cosine, radius: 6.0}")
        ComponentSpec cutoff,

        @Param(
                doc = "What eta means: inverse-square-angstrom (Å⁻², as in n2p2 and RuNNer), or per-cutoff-square "
                        + "(eta of G2 and G4, not of G5, is divided by the square of the cutoff radius, as in the "
                        + "reference code of arXiv:2102.02390).",
                defaultValue = "inverse-square-angstrom")
        EtaUnits etaUnits,

        @Param(
                doc = "by-element: a function per neighbor element or pair of elements; element-weighted: one function "
                        + "over all neighbors weighted with their atomic numbers (doi:10.1063/1.5019667); "
                        + "element-summed: one function over all neighbors alike.",
                defaultValue = "by-element")
        Pairing pairing,

        @Param(doc = "Whether to use G1, the sum of the cutoff function over the neighbors.", defaultValue = "false")
        boolean g1,

        @Param(doc = "G2 functions exp(-eta (r - shift)^2), every eta with every shift.")
        Optional<SymmetryFunctionLists.Gaussians> g2,

        @Param(doc = "G3 functions cos(kappa r).") Optional<SymmetryFunctionLists.Cosines> g3,

        @Param(doc = "G4 functions (with the distance between the neighbors), every eta with every zeta and lambda.")
        Optional<SymmetryFunctionLists.Angles> g4,

        @Param(doc = "G5 functions (without the distance between the neighbors), every eta with every zeta and lambda.")
        Optional<SymmetryFunctionLists.Angles> g5,

        @Param(
                doc =
                        "Sets of their own for single center elements, by symbol; they replace g1 to g5 for these centers. "
                                + "Features that an element does not use are 0.",
                defaultValue = "{}")
        Map<String, SymmetryFunctionLists> perElement) {

    /** {@return the functions of centers without a set of their own} */
    SymmetryFunctionLists shared() {
        return new SymmetryFunctionLists(g1, g2, g3, g4, g5);
    }
}
