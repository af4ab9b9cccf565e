package io.github.gmp.api.descriptor;

import io.github.gmp.api.math.Matrix;

/**
 * The features of the centers of a neighbor list and their linearization there. Geometry vectors always have all atoms of the structure.
 * Used by one thread at a time.
 */
public interface DescriptorEvaluation {
    /** {@return G, {@code [centers][features]}; centers are those of the neighbor list in their order} */
    Matrix features();

    /**
     * The vector-Jacobian product: from ∂E/∂G to ∂E/∂r and the strain derivative. Forces are minus the position part.
     *
     * @param featureGradient ∂E/∂G, {@code [centers][features]}
     * @return the gradient by positions (eV/Å if E is in eV) and strain (eV)
     * @throws IllegalArgumentException if the shape does not fit
     * @throws UnsupportedOperationException if {@link Descriptor#derivatives} does not offer it
     */
    default GeometryVector pullback(Matrix featureGradient) {
        throw new UnsupportedOperationException("this descriptor offers no pullback");
    }

    /**
     * The Jacobian-vector product: the change of the features under a displacement field and a strain.
     *
     * @param tangent displacement and strain
     * @return dG, {@code [centers][features]}
     * @throws IllegalArgumentException if the number of atoms does not fit
     * @throws UnsupportedOperationException if {@link Descriptor#derivatives} does not offer it
     */
    default Matrix pushforward(GeometryVector tangent) {
        throw new UnsupportedOperationException("this descriptor offers no pushforward");
    }
}
