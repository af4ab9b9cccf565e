package io.github.gmp.api.multipole.density;

import java.util.Arrays;

/**
 * A sum of centered Gaussians, ρ(r) = Σ_k B_k exp(−β_k r²), r in Å, β in Å⁻². Densities have B in e/Å³ (signed); radial
 * probes have B dimensionless or in Å⁻³. Products and overlaps of two mixtures stay closed-form.
 */
public final class GaussianMixture {
    private final double[] amplitudes;
    private final double[] exponents;

    /**
     * Makes the mixture Σ_k B_k exp(−β_k r²).
     *
     * @param amplitudes B_k, signed
     * @param exponents β_k in Å⁻², positive
     * @throws IllegalArgumentException if the lengths differ, there is no Gaussian, or a value is not finite or an exponent not positive
     */
    public GaussianMixture(double[] amplitudes, double[] exponents) {
        if (amplitudes.length == 0 || amplitudes.length != exponents.length) {
            throw new IllegalArgumentException(
                    "a Gaussian mixture needs as many amplitudes as exponents and at least one, got "
                            + amplitudes.length + " and " + exponents.length);
        }
        for (int k = 0; k < amplitudes.length; k++) {
            if (!Double.isFinite(amplitudes[k]) || !Double.isFinite(exponents[k]) || !(exponents[k] > 0)) {
                throw new IllegalArgumentException(
                        "Gaussian " + k + " of a mixture must have a finite amplitude and a positive exponent, got B = "
                                + amplitudes[k] + ", beta = " + exponents[k]);
            }
        }
        this.amplitudes = amplitudes.clone();
        this.exponents = exponents.clone();
    }

    /**
     * {@return a mixture of one Gaussian}
     *
     * @param amplitude B
     * @param exponent β in Å⁻²
     */
    public static GaussianMixture of(double amplitude, double exponent) {
        return new GaussianMixture(new double[] {amplitude}, new double[] {exponent});
    }

    /** {@return the number of Gaussians} */
    public int size() {
        return amplitudes.length;
    }

    /**
     * {@return the amplitude B_k}
     *
     * @param k index of the Gaussian
     */
    public double amplitude(int k) {
        return amplitudes[k];
    }

    /**
     * {@return the exponent β_k in Å⁻²}
     *
     * @param k index of the Gaussian
     */
    public double exponent(int k) {
        return exponents[k];
    }

    /**
     * {@return the value Σ_k B_k exp(−β_k r²)}
     *
     * @param radius r in Å
     */
    public double value(double radius) {
        double sum = 0;
        for (int k = 0; k < amplitudes.length; k++) {
            sum += amplitudes[k] * Math.exp(-exponents[k] * radius * radius);
        }
        return sum;
    }

    /** {@return the integral over space, Σ_k B_k (π/β_k)^{3/2}: the number of electrons of a density} */
    public double integral() {
        double sum = 0;
        for (int k = 0; k < amplitudes.length; k++) {
            sum += amplitudes[k] * Math.pow(Math.PI / exponents[k], 1.5);
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GaussianMixture m
                && Arrays.equals(amplitudes, m.amplitudes)
                && Arrays.equals(exponents, m.exponents);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(amplitudes) + Arrays.hashCode(exponents);
    }

    @Override
    public String toString() {
        return "GaussianMixture[amplitudes=" + Arrays.toString(amplitudes) + ", exponents=" + Arrays.toString(exponents)
                + "]";
    }
}
