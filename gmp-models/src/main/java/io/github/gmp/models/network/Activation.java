package io.github.gmp.models.network;

/** Activation functions of hidden layers, with their first derivative. */
public enum Activation {
    /** tanh(x), the paper's choice. */
    TANH {
        @Override
        void apply(double[] inputs, double[] values, double[] derivatives, int count) {
            hyperbolicTangent(1.0, inputs, values, count);
            for (int i = 0; i < count; i++) {
                derivatives[i] = 1.0 - values[i] * values[i];
            }
        }
    },
    /** x / (1 + e⁻ˣ), "swish" (arXiv:1702.03118). */
    SILU {
        @Override
        void apply(double[] inputs, double[] values, double[] derivatives, int count) {
            // 1 / (1 + e⁻ˣ) = (1 + tanh(x/2)) / 2
            hyperbolicTangent(0.5, inputs, values, count);
            for (int i = 0; i < count; i++) {
                double x = inputs[i];
                double sigmoid = 0.5 + 0.5 * values[i];
                values[i] = x * sigmoid;
                derivatives[i] = sigmoid * (1.0 + x * (1.0 - sigmoid));
            }
        }
    },
    /** ln(1 + eˣ). */
    SOFTPLUS {
        @Override
        void apply(double[] inputs, double[] values, double[] derivatives, int count) {
            for (int i = 0; i < count; i++) {
                double x = inputs[i];
                double decay = StrictMath.exp(-Math.abs(x));
                values[i] = Math.max(x, 0.0) + StrictMath.log1p(decay);
                derivatives[i] = (x >= 0 ? 1.0 : decay) / (1.0 + decay);
            }
        }
    };

    /** Operations counted per value and derivative; about what the loops below do. */
    static final int OPERATIONS = 45;

    /** tanh is 1 within half an ulp beyond. */
    private static final double SATURATION = 20.0;

    /**
     * @param inputs x
     * @param values receives f(x)
     * @param derivatives receives f'(x)
     * @param count how many
     */
    abstract void apply(double[] inputs, double[] values, double[] derivatives, int count);

    /**
     * tanh(x) = m / (m + 2) with m = e²ˣ − 1, to about 1e-15. m comes from the Taylor series of e^(2x/256) − 1 and eight times m(2y) =
     * m(y) (m(y) + 2). Nothing but additions, multiplications and one division per value: the loops vectorize (as long as each is short,
     * hence three of them), and the result is the same on every machine, which the intrinsics behind {@link Math} do not promise.
     */
    private static void hyperbolicTangent(double factor, double[] inputs, double[] values, int count) {
        double reduction = factor / 128.0;
        double limit = SATURATION / 128.0;
        for (int i = 0; i < count; i++) {
            double y = Math.max(-limit, Math.min(limit, inputs[i] * reduction));
            double y2 = y * y;
            double low = (1.0 + y * (1.0 / 2)) + y2 * ((1.0 / 6) + y * (1.0 / 24));
            double high = ((1.0 / 120) + y * (1.0 / 720)) + y2 * ((1.0 / 5040) + y * (1.0 / 40320));
            values[i] = y * (low + y2 * y2 * high);
        }
        for (int i = 0; i < count; i++) {
            double m = values[i];
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            values[i] = m * (m + 2.0);
        }
        for (int i = 0; i < count; i++) {
            double m = values[i];
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            values[i] = m / (m + 2.0);
        }
    }
}
