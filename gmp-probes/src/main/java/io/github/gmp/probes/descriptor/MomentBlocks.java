package io.github.gmp.probes.descriptor;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

import java.util.List;
import java.util.stream.IntStream;

/** Moments as they are, those of one radial probe next to one another: [radial][component]. */
final class MomentBlocks implements MomentInvariants {
    private final MomentLayout layout;
    private final int radials;
    private final int components;

    MomentBlocks(MomentLayout layout) {
        this.layout = layout;
        radials = layout.radialCount();
        components = layout.componentCount();
    }

    /** Moments of the same angular components as an other family has, which computes in the smallest basis if it can. */
    static InvariantFamily family(boolean compact) {
        return new InvariantFamily() {
            @Override
            public MomentInvariants bind(MomentLayout layout) {
                return new MomentBlocks(layout);
            }

            @Override
            public boolean usesWeightedProductsOnly() {
                return compact;
            }
        };
    }

    /** The order that moments have everywhere else: [component][radial]. */
    void restore(double[] blocks, double[] moments) {
        for (int s = 0; s < radials; s++) {
            for (int c = 0; c < components; c++) {
                moments[c * radials + s] = blocks[s * components + c];
            }
        }
    }

    @Override
    public List<String> labels() {
        return layout.radial().stream()
                .flatMap(radial ->
                        IntStream.range(0, components).mapToObj(component -> "moment " + component + " " + radial))
                .toList();
    }

    @Override
    public boolean rotationInvariant() {
        return false;
    }

    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        for (int s = 0; s < radials; s++) {
            for (int c = 0; c < components; c++) {
                features[offset + s * components + c] = moments[c * radials + s];
            }
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        for (int s = 0; s < radials; s++) {
            for (int c = 0; c < components; c++) {
                momentGradient[c * radials + s] += featureGradient[offset + s * components + c];
            }
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        evaluate(momentTangent, featureTangent, offset);
    }
}
