package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.MomentInvariants;

import java.util.List;

/** The features of several invariants of the same moments, one after the other. */
final class JointInvariants implements MomentInvariants {
    private final List<MomentInvariants> parts;
    private final int[] offsets;
    private final List<String> labels;

    JointInvariants(List<MomentInvariants> parts) {
        this.parts = List.copyOf(parts);
        offsets = new int[parts.size()];
        int next = 0;
        for (int p = 0; p < offsets.length; p++) {
            offsets[p] = next;
            next += parts.get(p).labels().size();
        }
        labels = parts.stream().flatMap(part -> part.labels().stream()).toList();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean rotationInvariant() {
        return parts.stream().allMatch(MomentInvariants::rotationInvariant);
    }

    @Override
    public boolean smooth() {
        return parts.stream().allMatch(MomentInvariants::smooth);
    }

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        for (int p = 0; p < offsets.length; p++) {
            parts.get(p).evaluate(moments, features, offset + offsets[p]);
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        double[] gradient = new double[momentGradient.length];
        for (int p = 0; p < offsets.length; p++) {
            parts.get(p).pullback(moments, featureGradient, offset + offsets[p], gradient);
        }
        for (int m = 0; m < gradient.length; m++) {
            momentGradient[m] += gradient[m];
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        for (int p = 0; p < offsets.length; p++) {
            parts.get(p).pushforward(moments, momentTangent, featureTangent, offset + offsets[p]);
        }
    }
}
