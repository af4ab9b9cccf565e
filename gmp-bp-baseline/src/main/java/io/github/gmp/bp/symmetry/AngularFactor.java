package io.github.gmp.bp.symmetry;

/**
 * The factor A(cos θ) = 2^{1−ζ} (1 + λ cos θ)^ζ of angular functions, evaluated as 2 h^ζ with h = (1 + λ cos θ) / 2 in 0 … 1, which
 * cannot overflow for any ζ.
 *
 * @param zeta ζ, at least 1
 * @param lambda λ, −1 or 1
 */
record AngularFactor(double zeta, int lambda) {
    /** Up to here powers with integer exponents are products; the loop takes 2 log₂ ζ multiplications at most. */
    private static final int LARGEST_PRODUCT = 1024;

    /** @return h; rounding may carry |cos θ| past 1 for atoms in a line, and h must not turn negative below a broken exponent */
    double base(double cosine) {
        return Math.max(0, 0.5 * (1 + lambda * cosine));
    }

    /** @return h^{ζ−1}, from which {@link #value} and {@link #derivative} follow */
    double lowerPower(double base) {
        if (zeta == Math.rint(zeta) && zeta <= LARGEST_PRODUCT) {
            double result = 1;
            double square = base;
            for (int exponent = (int) zeta - 1; exponent > 0; exponent >>= 1) {
                if ((exponent & 1) != 0) {
                    result *= square;
                }
                square *= square;
            }
            return result;
        }
        return Math.pow(base, zeta - 1);
    }

    double value(double base, double lowerPower) {
        return 2 * base * lowerPower;
    }

    /** @return dA/d(cos θ) = λ ζ h^{ζ−1}; where h is 0 this is the one-sided derivative, for ζ = 1 still λ */
    double derivative(double lowerPower) {
        return lambda * zeta * lowerPower;
    }
}
