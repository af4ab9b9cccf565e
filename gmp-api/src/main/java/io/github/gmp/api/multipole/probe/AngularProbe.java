package io.github.gmp.api.multipole.probe;

import java.util.List;

/**
 * The angular probes of one order n: polynomials P_c(x, y, z), for example the Maxwell-Cartesian spherical harmonics
 * S_abc with a + b + c = n. Any polynomial works: its overlap with Gaussians is closed-form.
 */
public interface AngularProbe {
    /** {@return the order n} */
    int order();

    /** {@return the components, in a fixed order; components of one group stand together} */
    List<Component> components();

    /**
     * One polynomial of an order.
     *
     * @param label short label, e.g. {@code (2,1,0)}
     * @param group label of the permutation group that this component belongs to, e.g. {@code (2,1,0)} for (1,2,0)
     * @param weight weight of μ² in the rotation-invariant norm of the order, n!/(a!b!c!) for the Maxwell-Cartesian harmonics
     * @param polynomial the polynomial, coordinates in Å
     */
    record Component(String label, String group, double weight, Polynomial polynomial) {}
}
