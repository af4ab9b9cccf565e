package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;

import java.util.Arrays;

/**
 * What one neighbor contributes to the sums of its centre, and the derivatives of that. The plain scalar implementation; it allocates
 * nothing after its construction. Used by one thread.
 *
 * <p>A term is monomial(x) · f(r) with f = R(r²) f_c(r), and ∇(monomial · f) = f ∇monomial + monomial · f' x/r, where f'/r = 2 R'(r²) f_c +
 * R f_c'/r: no division by r is left but in f_c'/r, which multiplies x and is taken as 0 at r = 0.
 */
final class PairKernel {
    private final CutoffFunction cutoff;
    private final Monomials monomials;
    private final int radials;
    private final int sumsPerRadial;
    private final int channels;
    private final int[] degrees;
    private final int[] channelOffsets;

    private double x;
    private double y;
    private double z;
    private final double[] monomialValues;
    private final double[] monomialTangents;
    /** f, {@code [radial][channel]}. */
    private final double[] values;
    /** f'/r, {@code [radial][channel]}. */
    private final double[] slopes;

    private final double[] valueWeights;
    private final double[] slopeWeights;

    PairKernel(MomentPlan plan, CutoffFunction cutoff) {
        this.cutoff = cutoff;
        monomials = plan.monomials();
        radials = plan.radials();
        sumsPerRadial = plan.sumsPerRadial();
        channels = plan.channels().size();
        degrees = plan.degrees();
        channelOffsets = plan.channelOffsets();
        monomialValues = new double[monomials.size()];
        monomialTangents = new double[monomials.size()];
        values = new double[radials * channels];
        slopes = new double[radials * channels];
        valueWeights = new double[monomials.size()];
        slopeWeights = new double[monomials.size()];
    }

    /**
     * Goes to a neighbor, for {@link #addTo} only.
     *
     * @param table the radial functions of the neighbor's element
     * @param dx x of r_j − r_i in Å
     * @param dy y
     * @param dz z
     * @param distance |r_j − r_i| in Å
     */
    void moveTo(OverlapTable table, double dx, double dy, double dz, double distance) {
        setVector(dx, dy, dz);
        table.evaluate(dx * dx + dy * dy + dz * dz, values);
        double factor = cutoff.value(distance);
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    /**
     * Goes to a neighbor, for all methods.
     *
     * @param table the radial functions of the neighbor's element
     * @param dx x of r_j − r_i in Å
     * @param dy y
     * @param dz z
     * @param distance |r_j − r_i| in Å
     */
    void moveToWithSlopes(OverlapTable table, double dx, double dy, double dz, double distance) {
        setVector(dx, dy, dz);
        table.evaluate(dx * dx + dy * dy + dz * dz, values, slopes);
        double factor = cutoff.value(distance);
        double cutoffSlope = distance > 0 ? cutoff.derivative(distance) / distance : 0;
        for (int i = 0; i < values.length; i++) {
            slopes[i] = 2 * factor * slopes[i] + cutoffSlope * values[i];
            values[i] *= factor;
        }
    }

    private void setVector(double dx, double dy, double dz) {
        x = dx;
        y = dy;
        z = dz;
        monomials.evaluate(dx, dy, dz, monomialValues);
    }

    /** Adds the terms of this neighbor to the sums of the centre. */
    void addTo(double[] sums) {
        for (int s = 0; s < radials; s++) {
            for (int h = 0; h < channels; h++) {
                double value = values[s * channels + h];
                int first = Monomials.offset(degrees[h]);
                int count = Monomials.count(degrees[h]);
                int at = s * sumsPerRadial + channelOffsets[h];
                for (int i = 0; i < count; i++) {
                    sums[at + i] += value * monomialValues[first + i];
                }
            }
        }
    }

    /**
     * The gradient by the vector of this neighbor.
     *
     * @param sumGradient ∂E/∂sums of the centre
     * @param gradient receives ∂E/∂x, three components
     */
    void pullback(double[] sumGradient, double[] gradient) {
        Arrays.fill(valueWeights, 0);
        Arrays.fill(slopeWeights, 0);
        for (int s = 0; s < radials; s++) {
            for (int h = 0; h < channels; h++) {
                double value = values[s * channels + h];
                double slope = slopes[s * channels + h];
                int first = Monomials.offset(degrees[h]);
                int count = Monomials.count(degrees[h]);
                int at = s * sumsPerRadial + channelOffsets[h];
                for (int i = 0; i < count; i++) {
                    valueWeights[first + i] += value * sumGradient[at + i];
                    slopeWeights[first + i] += slope * sumGradient[at + i];
                }
            }
        }
        monomials.gradient(valueWeights, monomialValues, gradient);
        double radial = 0;
        for (int i = 0; i < monomialValues.length; i++) {
            radial += slopeWeights[i] * monomialValues[i];
        }
        gradient[0] += radial * x;
        gradient[1] += radial * y;
        gradient[2] += radial * z;
    }

    /**
     * Adds the change of the terms of this neighbor when its vector changes.
     *
     * @param tangent the change of x, three components
     * @param sumTangent the change of the sums, added to
     */
    void pushforward(double[] tangent, double[] sumTangent) {
        monomials.tangent(x, y, z, tangent[0], tangent[1], tangent[2], monomialValues, monomialTangents);
        double along = x * tangent[0] + y * tangent[1] + z * tangent[2];
        for (int s = 0; s < radials; s++) {
            for (int h = 0; h < channels; h++) {
                double value = values[s * channels + h];
                double change = along * slopes[s * channels + h];
                int first = Monomials.offset(degrees[h]);
                int count = Monomials.count(degrees[h]);
                int at = s * sumsPerRadial + channelOffsets[h];
                for (int i = 0; i < count; i++) {
                    sumTangent[at + i] += value * monomialTangents[first + i] + change * monomialValues[first + i];
                }
            }
        }
    }
}
