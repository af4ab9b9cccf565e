package io.github.gmp.bp.symmetry;

/**
 * A radial symmetry function G_i = Σ_j R(r_ij) f_c(r_ij); this is R. Behler, J. Chem. Phys. 134, 074106 (2011),
 * doi:10.1063/1.3553717, Eqs. 5–7.
 */
public sealed interface RadialFunction {
    /**
     * {@return R(r), without the cutoff function}
     *
     * @param r distance in Å
     */
    double value(double r);

    /**
     * {@return dR/dr in Å⁻¹}
     *
     * @param r distance in Å
     * @param value R(r)
     */
    double derivative(double r, double value);

    /** {@return the name of the sort: {@code G1}, {@code G2} or {@code G3}} */
    String sort();

    /**
     * {@return the parameters as the user stated them, e.g. {@code eta=0.05 shift=0}; empty if there are none}
     *
     * @param digits significant digits of the numbers
     */
    String parameters(int digits);

    /** G1: R = 1, a coordination number. */
    record Coordination() implements RadialFunction {
        @Override
        public double value(double r) {
            return 1;
        }

        @Override
        public double derivative(double r, double value) {
            return 0;
        }

        @Override
        public String sort() {
            return "G1";
        }

        @Override
        public String parameters(int digits) {
            return "";
        }
    }

    /**
     * G2: R = exp(−η (r − R_s)²).
     *
     * @param eta η in Å⁻²
     * @param statedEta η as the user stated it, for labels
     * @param shift R_s in Å
     */
    record ShiftedGaussian(double eta, double statedEta, double shift) implements RadialFunction {
        @Override
        public double value(double r) {
            return Math.exp(-eta * (r - shift) * (r - shift));
        }

        @Override
        public double derivative(double r, double value) {
            return -2 * eta * (r - shift) * value;
        }

        @Override
        public String sort() {
            return "G2";
        }

        @Override
        public String parameters(int digits) {
            return "eta=" + LabelNumbers.format(statedEta, digits) + " shift=" + LabelNumbers.format(shift, digits);
        }
    }

    /**
     * G3: R = cos(κ r).
     *
     * @param kappa κ in Å⁻¹
     */
    record CosineWave(double kappa) implements RadialFunction {
        @Override
        public double value(double r) {
            return Math.cos(kappa * r);
        }

        @Override
        public double derivative(double r, double value) {
            return -kappa * Math.sin(kappa * r);
        }

        @Override
        public String sort() {
            return "G3";
        }

        @Override
        public String parameters(int digits) {
            return "kappa=" + LabelNumbers.format(kappa, digits);
        }
    }
}
