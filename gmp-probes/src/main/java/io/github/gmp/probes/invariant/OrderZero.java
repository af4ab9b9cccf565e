package io.github.gmp.probes.invariant;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;

import java.util.List;

/** weight · P · μ_σ for the one, constant polynomial P of order 0; one feature per radial probe or channel. */
final class OrderZero implements MomentInvariants {
    private final int first;
    private final double factor;
    private final int radials;
    private final List<String> labels;

    /** @throws GmpException if the angular probes lack order 0, or have it with anything but a constant */
    OrderZero(MomentLayout layout) {
        ComponentBlock block = ComponentBlock.orders(layout).get(0);
        AngularProbe probe = layout.angular().get(0);
        if (probe.order() != 0
                || block.size() != 1
                || probe.components().get(0).polynomial().degree() != 0) {
            throw new GmpException("the invariants 'order-zero' need the angular order 0; the orders are "
                    + layout.angular().stream().map(AngularProbe::order).toList());
        }
        first = block.first();
        // In terms of the field Σ_c weight_c P_c(u) μ_c, so that it is the same in every basis.
        factor = block.weights()[0] * probe.components().get(0).polynomial().value(0, 0, 0);
        radials = layout.radialCount();
        labels = layout.radial().stream()
                .map(radial -> block.label() + " " + radial)
                .toList();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean rotationInvariant() {
        return true;
    }

    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        for (int s = 0; s < radials; s++) {
            features[offset + s] = factor * moments[first * radials + s];
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        for (int s = 0; s < radials; s++) {
            momentGradient[first * radials + s] += factor * featureGradient[offset + s];
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        evaluate(momentTangent, featureTangent, offset);
    }
}
