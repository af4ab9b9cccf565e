package io.github.gmp.models.optimizer;

/** Clipping of gradients by their norm (Pascanu, Mikolov and Bengio, arXiv:1211.5063). */
public final class GradientClipping {
    private GradientClipping() {}

    /**
     * Multiplies the gradient by min(1, largest / ‖g‖₂), the norm taken over all parameters.
     *
     * @param gradient the gradient
     * @param largest largest norm
     */
    public static void clip(double[] gradient, double largest) {
        double squares = 0;
        for (double g : gradient) {
            squares += g * g;
        }
        double norm = Math.sqrt(squares);
        if (norm > largest) {
            double factor = largest / norm;
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }
}
