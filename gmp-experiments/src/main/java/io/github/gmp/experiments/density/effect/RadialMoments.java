package io.github.gmp.experiments.density.effect;

/**
 * What a probe at distance d from an atom of spherical density ρ sees: the moment
 *
 * <pre>M_n(d) = d^n R_n(d),   R_n(d) S_n(d) = ∫ ρ(|r − d|) e^{−αr²} S_n(r) dr</pre>
 *
 * <p>for any solid harmonic S_n of order n, α = 1/(2σ²). The integral is of this form for every spherical ρ, because e^{−αr²} S_n(r) =
 * (−2α)^{−n} S_n(∇) e^{−αr²}. The features of order n of an atom with one neighbor are M_n(d)² times constants of the order and the probe.
 */
interface RadialMoments {
    /**
     * {@return M_n(d) in e Åⁿ}
     *
     * @param order n
     * @param alpha α in Å⁻²
     * @param distance d in Å, from 0 on
     */
    double moment(int order, double alpha, double distance);
}
