package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.probe.Polynomial;

/**
 * Homogeneous polynomials of a pair vector that span what angular probes need, degree by degree in one array. Immutable and thread-safe.
 */
public sealed interface PairFunctions permits Monomials, SolidHarmonics {
    /** {@return the largest degree} */
    int maxDegree();

    /** {@return the number of functions of all degrees} */
    default int size() {
        return offset(maxDegree() + 1);
    }

    /**
     * {@return where the functions of that degree start}
     *
     * @param degree a degree
     */
    int offset(int degree);

    /**
     * {@return the number of functions of that degree}
     *
     * @param degree a degree
     */
    int count(int degree);

    /**
     * {@return the function as a polynomial}
     *
     * @param degree a degree
     * @param index number of a function among those of its degree
     */
    Polynomial polynomial(int degree, int index);

    /**
     * All functions at a point.
     *
     * @param x first coordinate in Å
     * @param y second coordinate
     * @param z third coordinate
     * @param values receives the values
     */
    void evaluate(double x, double y, double z, double[] values);

    /**
     * The change of all functions at a point along a direction.
     *
     * @param values the functions at the point
     * @param vx first component of the direction
     * @param vy second component
     * @param vz third component
     * @param tangents receives the changes
     */
    void tangent(double[] values, double vx, double vy, double vz, double[] tangents);

    /**
     * Σ_i w_i ∇ function_i.
     *
     * @param weights w
     * @param values the functions at the point
     * @param gradient receives the three components
     */
    void gradient(double[] weights, double[] values, double[] gradient);
}
