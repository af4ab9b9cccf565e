package io.github.gmp.models.network;

import io.github.gmp.models.kernel.NetworkKernels;

/** Activation functions f of hidden layers, with their first and second derivatives. */
public enum Activation {
    /** tanh(x), the paper's choice. */
    TANH {
        @Override
        void prepare(NetworkKernels kernels, double[] inputs, double[] values, int count) {
            kernels.hyperbolicTangent(inputs, values, count);
        }

        @Override
        void curvatures(double[] inputs, double[] values, double[] second, int count) {
            for (int i = 0; i < count; i++) {
                double t = values[i];
                second[i] = 2.0 * t * (t * t - 1.0);
            }
        }

        @Override
        void finish(double[] inputs, double[] values, double[] first, int count) {
            for (int i = 0; i < count; i++) {
                first[i] = 1.0 - values[i] * values[i];
            }
        }
    },
    /** x / (1 + e⁻ˣ), "swish" (arXiv:1702.03118). */
    SILU {
        @Override
        void prepare(NetworkKernels kernels, double[] inputs, double[] values, int count) {
            kernels.decay(inputs, values, count);
        }

        // With u = e⁻ˣ and s = 1 / (1 + u): s' = u s², written so that nothing cancels where u is small or large.

        @Override
        void curvatures(double[] inputs, double[] values, double[] second, int count) {
            for (int i = 0; i < count; i++) {
                double u = values[i];
                double s = 1.0 / (1.0 + u);
                double rest = u * s;
                second[i] = s * rest * (2.0 + inputs[i] * (rest - s));
            }
        }

        @Override
        void finish(double[] inputs, double[] values, double[] first, int count) {
            for (int i = 0; i < count; i++) {
                double x = inputs[i];
                double u = values[i];
                double s = 1.0 / (1.0 + u);
                values[i] = x * s;
                first[i] = s * (1.0 + x * (u * s));
            }
        }
    },
    /** ln(1 + eˣ). */
    SOFTPLUS {
        @Override
        void prepare(NetworkKernels kernels, double[] inputs, double[] values, int count) {
            kernels.decay(inputs, values, count);
        }

        @Override
        void curvatures(double[] inputs, double[] values, double[] second, int count) {
            for (int i = 0; i < count; i++) {
                double u = values[i];
                double s = 1.0 / (1.0 + u);
                second[i] = s * (u * s);
            }
        }

        /** ln(1 + u) + x for u ≤ 1 and ln(1 + 1/u) otherwise, with v the smaller of u, 1/u: max(x, 0) + ln(1 + v). */
        @Override
        void finish(double[] inputs, double[] values, double[] first, int count) {
            for (int i = 0; i < count; i++) {
                double u = values[i];
                double v = Math.min(u, 1.0 / u);
                first[i] = 1.0 / (1.0 + u);
                values[i] = v / (2.0 + v);
            }
            // ln(1 + v) = 2 artanh(v / (2 + v)), and w = v / (2 + v) ≤ 1/3: the series to w³¹ is exact to the last bit.
            for (int i = 0; i < count; i++) {
                double w = values[i];
                double q = w * w;
                double sum = 1.0 / 31;
                for (int n = 29; n > 0; n -= 2) {
                    sum = sum * q + 1.0 / n;
                }
                values[i] = Math.max(inputs[i], 0.0) + 2.0 * w * sum;
            }
        }
    };

    /** Operations counted per value and derivative; about what the loops below do. */
    static final int OPERATIONS = 45;

    /** Writes what all that follows is made of to {@code values}. */
    abstract void prepare(NetworkKernels kernels, double[] inputs, double[] values, int count);

    /** f'' from what was prepared. */
    abstract void curvatures(double[] inputs, double[] values, double[] second, int count);

    /** f and f' from what was prepared. */
    abstract void finish(double[] inputs, double[] values, double[] first, int count);

    /**
     * @param kernels what computes tanh and exponentials
     * @param inputs x
     * @param values receives f(x)
     * @param first receives f'(x)
     * @param count how many, a multiple of 8
     */
    void apply(NetworkKernels kernels, double[] inputs, double[] values, double[] first, int count) {
        prepare(kernels, inputs, values, count);
        finish(inputs, values, first, count);
    }

    /**
     * @param kernels what computes tanh and exponentials
     * @param inputs x
     * @param values receives f(x)
     * @param first receives f'(x)
     * @param second receives f''(x)
     * @param count how many, a multiple of 8
     */
    void apply(NetworkKernels kernels, double[] inputs, double[] values, double[] first, double[] second, int count) {
        prepare(kernels, inputs, values, count);
        curvatures(inputs, values, second, count);
        finish(inputs, values, first, count);
    }
}
