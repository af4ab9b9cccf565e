package io.github.gmp.toolkit.cutoff;

import io.github.gmp.api.descriptor.CutoffFunction;

/** The cutoff functions that descriptors share, as plain values. */
public final class CutoffFunctions {
    private CutoffFunctions() {}

    /**
     * A hard sphere, f_c = 1 for r &lt; r_c (what arXiv:2102.02390 uses for GMP): energies jump when an atom crosses.
     *
     * @param radius r_c in Å
     * @return the function
     */
    public static CutoffFunction hard(double radius) {
        return new Shape(radius, -1) {
            @Override
            double shape(double u) {
                return 1;
            }

            @Override
            double slope(double u) {
                return 0;
            }
        };
    }

    /**
     * f_c = ½ (1 + cos(π r / r_c)) (Behler and Parrinello, doi:10.1103/PhysRevLett.98.146401).
     *
     * @param radius r_c in Å
     * @return the function
     */
    public static CutoffFunction cosine(double radius) {
        return new Shape(radius, 1) {
            @Override
            double shape(double u) {
                // ½ (1 + cos πu), without its cancellation near the cutoff.
                double root = Math.sin(0.5 * Math.PI * (1 - u));
                return root * root;
            }

            @Override
            double slope(double u) {
                return -0.5 * Math.PI * Math.sin(Math.PI * (1 - u));
            }
        };
    }

    /**
     * f_c = tanh³(1 − r / r_c) (Behler, doi:10.1063/1.3553717); not 1 at r = 0.
     *
     * @param radius r_c in Å
     * @return the function
     */
    public static CutoffFunction tanhCubed(double radius) {
        return new Shape(radius, 2) {
            @Override
            double shape(double u) {
                double t = Math.tanh(1 - u);
                return t * t * t;
            }

            @Override
            double slope(double u) {
                double t = Math.tanh(1 - u);
                return -3 * t * t * (1 - t * t);
            }
        };
    }

    /**
     * The polynomial 1 − u^{p+1} Σ_k … that falls from 1 to 0 with p vanishing derivatives at both ends (smoothstep; p = 1 … 4 are the
     * families poly1 … poly4 of n2p2, doi:10.1021/acs.jctc.8b00770): f_c(u) = (1 − u)^{p+1} Σ_{k=0}^{p} binom(p+k, k) u^k with u = r / r_c.
     *
     * @param radius r_c in Å
     * @param vanishingDerivatives p, 1 … 4
     * @return the function
     */
    public static CutoffFunction polynomial(double radius, int vanishingDerivatives) {
        if (vanishingDerivatives < 1 || vanishingDerivatives > 4) {
            throw new IllegalArgumentException(
                    "a polynomial cutoff has 1 to 4 vanishing derivatives, got " + vanishingDerivatives);
        }
        int p = vanishingDerivatives;
        double[] coefficients = new double[p + 1];
        coefficients[0] = 1;
        for (int k = 1; k <= p; k++) {
            coefficients[k] = coefficients[k - 1] * (p + k) / k;
        }
        // f' = −(2p+1) binom(2p, p) u^p (1 − u)^p: one term, no cancellation near the ends.
        double slopeFactor = -(2 * p + 1) * coefficients[p];
        return new Shape(radius, p) {
            @Override
            double shape(double u) {
                double sum = 0;
                for (int k = p; k >= 0; k--) {
                    sum = sum * u + coefficients[k];
                }
                return sum * power(1 - u, p + 1);
            }

            @Override
            double slope(double u) {
                return slopeFactor * power(u * (1 - u), p);
            }
        };
    }

    /** A product of a few factors; {@link Math#pow} takes many times longer. */
    private static double power(double base, int exponent) {
        double product = base;
        for (int i = 1; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    private abstract static class Shape implements CutoffFunction {
        private final double radius;
        private final int continuousDerivatives;

        Shape(double radius, int continuousDerivatives) {
            if (!(radius > 0) || !Double.isFinite(radius)) {
                throw new IllegalArgumentException("a cutoff radius must be positive and finite, got " + radius);
            }
            this.radius = radius;
            this.continuousDerivatives = continuousDerivatives;
        }

        abstract double shape(double u);

        abstract double slope(double u);

        @Override
        public double radius() {
            return radius;
        }

        @Override
        public double value(double r) {
            return r < radius ? shape(r / radius) : 0;
        }

        @Override
        public double derivative(double r) {
            return r < radius ? slope(r / radius) / radius : 0;
        }

        @Override
        public int continuousDerivatives() {
            return continuousDerivatives;
        }
    }
}
