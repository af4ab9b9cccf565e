package io.github.gmp.bp.symmetry;

import java.util.List;

/**
 * The symmetry functions that one center element uses; each stands for as many features as there are channels.
 *
 * @param radial G1, G2, G3
 * @param angular G4, G5
 */
public record FunctionSet(List<RadialFunction> radial, List<AngularFunction> angular) {
    /** Copies the lists. */
    public FunctionSet {
        radial = List.copyOf(radial);
        angular = List.copyOf(angular);
    }
}
