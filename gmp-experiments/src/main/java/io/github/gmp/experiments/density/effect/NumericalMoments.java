package io.github.gmp.experiments.density.effect;

/**
 * Moments of a density on a radial grid, by quadrature over its shells. The mean of e^{−α|d−s|²} over a shell of radius s is e^{−α(d²+s²)}
 * i₀(2αsd), with the modified spherical Bessel functions i_m, so by ((1/d) ∂/∂d)^n of it
 *
 * <pre>R_n(d) = ∫ 4πs²ρ(s) e^{−α(d²+s²)} Σ_m (n over m) (−2αs²)^m i_m(x)/x^m ds,   x = 2αsd,</pre>
 *
 * <p>and the integral by the trapezoid rule, which is as good as any here: the integrand is even in s and vanishes at the end of the grid.
 */
final class NumericalMoments implements RadialMoments {
    /** From here on, what the closed form of i_m leaves out, e^{−2x}, does not count. */
    private static final double LARGE = 25;

    private final double[] radii;
    private final double[] shells;

    /**
     * @param radii s in Å
     * @param shells electrons per shell, 4πs²ρ(s) Δs
     */
    NumericalMoments(double[] radii, double[] shells) {
        this.radii = radii.clone();
        this.shells = shells.clone();
    }

    @Override
    public double moment(int order, double alpha, double distance) {
        double sum = 0;
        for (int i = 0; i < radii.length; i++) {
            double s = radii[i];
            double x = 2 * alpha * s * distance;
            double term = 0;
            double binomial = 1;
            double power = 1;
            for (int m = 0; m <= order; m++) {
                term += binomial * power * scaledBessel(m, x);
                binomial = binomial * (order - m) / (m + 1);
                power *= -2 * alpha * s * s;
            }
            double offset = distance - s;
            sum += shells[i] * Math.exp(-alpha * offset * offset) * term;
        }
        return Math.pow(distance, order) * sum;
    }

    /** e^{−x} i_m(x) / x^m. */
    private static double scaledBessel(int m, double x) {
        return x < LARGE ? series(m, x) : asymptotic(m, x);
    }

    /** Σ_k (x²/2)^k / (k! (2m + 2k + 1)!!): all terms are positive. */
    private static double series(int m, double x) {
        double term = 1;
        for (int k = 3; k <= 2 * m + 1; k += 2) {
            term /= k;
        }
        double sum = term;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x * x / 2 / (k * (2.0 * m + 2 * k + 1));
            sum += term;
        }
        return Math.exp(-x) * sum;
    }

    /** Σ_k (−1)^k (m + k)! / (k! (m − k)! (2x)^k) / (2x), the part of i_m that does not vanish, over x^m. */
    private static double asymptotic(int m, double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= m; k++) {
            term *= -(m + k) * (m - k + 1.0) / (k * 2 * x);
            sum += term;
        }
        return sum / (2 * x) / Math.pow(x, m);
    }
}
