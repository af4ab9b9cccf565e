package io.github.gmp.api.multipole.invariant;

import java.util.List;

/**
 * A map from the moments of one center to features, bound to a layout. Immutable and thread-safe; the arrays belong to
 * the caller.
 */
public interface MomentInvariants {
    /** {@return the label of each feature} */
    List<String> labels();

    /** {@return whether the features do not change when the structure is rotated} */
    boolean rotationInvariant();

    /** {@return whether the features are differentiable everywhere, also where moments vanish} */
    boolean smooth();

    /**
     * G = I(μ).
     *
     * @param moments μ of one center, see {@link MomentLayout}
     * @param features receives the features
     * @param offset where in {@code features} to start
     */
    void evaluate(double[] moments, double[] features, int offset);

    /**
     * Adds Σ_f ∂E/∂G_f · ∂G_f/∂μ to {@code momentGradient}.
     *
     * @param moments μ of one center
     * @param featureGradient ∂E/∂G
     * @param offset where in {@code featureGradient} to start
     * @param momentGradient ∂E/∂μ, added to
     */
    void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient);

    /**
     * dG = Σ_μ ∂G/∂μ · dμ.
     *
     * @param moments μ of one center
     * @param momentTangent dμ
     * @param featureTangent receives dG
     * @param offset where in {@code featureTangent} to start
     */
    void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset);
}
