package io.github.gmp.probes.moment;

import java.util.Arrays;

/**
 * One neighbor after the other, by plain loops: the reference, and what runs where there is no Vector API. Sums lie as {@code [radial][sum]}
 * inside, so that the inner loops run over neighboring numbers.
 */
public final class ScalarMomentKernel implements MomentKernel {
    private final PairFunctions functions;
    private final int radials;
    private final int channels;
    private final int sumsPerRadial;
    private final int[] firstFunction;
    private final int[] functionCount;
    private final int[] channelOffsets;

    private final double[] values;
    private final double[] tangents;
    /** R and dR/d(r²) of one radial probe per channel. */
    private final double[] radial;

    private final double[] radialSlopes;
    private final double[] functionWeights;
    private final double[] byRadial;
    private final double[] gradient = new double[3];

    /** @param plan what to sum */
    public ScalarMomentKernel(MomentPlan plan) {
        functions = plan.functions();
        radials = plan.radials();
        channels = plan.channels().size();
        sumsPerRadial = plan.sumsPerRadial();
        channelOffsets = plan.channelOffsets();
        int[] degrees = plan.degrees();
        firstFunction = Arrays.stream(degrees).map(functions::offset).toArray();
        functionCount = Arrays.stream(degrees).map(functions::count).toArray();
        values = new double[functions.size()];
        tangents = new double[functions.size()];
        radial = new double[channels];
        radialSlopes = new double[channels];
        functionWeights = new double[functions.size()];
        byRadial = new double[plan.sums()];
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void addSums(CenterNeighbors neighbors, double[] sums) {
        Arrays.fill(byRadial, 0);
        for (int n = neighbors.firstBlock(); n < neighbors.endBlock(); n++) {
            functions.evaluate(neighbors.x()[n], neighbors.y()[n], neighbors.z()[n], values);
            for (int s = 0; s < radials; s++) {
                if (!neighbors.counts(n, s)) {
                    continue;
                }
                neighbors.table(n).evaluate(s, neighbors.square()[n], radial);
                double weight = neighbors.weight()[n];
                for (int h = 0; h < channels; h++) {
                    addProducts(
                            weight * radial[h],
                            values,
                            firstFunction[h],
                            functionCount[h],
                            byRadial,
                            s * sumsPerRadial + channelOffsets[h]);
                }
            }
        }
        addTransposed(sums);
    }

    private void addTransposed(double[] sums) {
        for (int s = 0; s < radials; s++) {
            for (int i = 0; i < sumsPerRadial; i++) {
                sums[i * radials + s] += byRadial[s * sumsPerRadial + i];
            }
        }
    }

    private static void addProducts(double factor, double[] from, int first, int count, double[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] += factor * from[first + i];
        }
    }

    @Override
    public void pullback(CenterNeighbors neighbors, double[] sumGradient, double[] gx, double[] gy, double[] gz) {
        for (int s = 0; s < radials; s++) {
            for (int i = 0; i < sumsPerRadial; i++) {
                byRadial[s * sumsPerRadial + i] = sumGradient[i * radials + s];
            }
        }
        for (int n = neighbors.firstBlock(); n < neighbors.endBlock(); n++) {
            functions.evaluate(neighbors.x()[n], neighbors.y()[n], neighbors.z()[n], values);
            Arrays.fill(functionWeights, 0);
            // Of the sum of all terms before f_c: by r² through the radial functions, and the sum itself.
            double slope = 0;
            double sum = 0;
            for (int s = 0; s < radials; s++) {
                if (!neighbors.counts(n, s)) {
                    continue;
                }
                neighbors.table(n).evaluate(s, neighbors.square()[n], radial, radialSlopes);
                for (int h = 0; h < channels; h++) {
                    int first = firstFunction[h];
                    int at = s * sumsPerRadial + channelOffsets[h];
                    double product = 0;
                    for (int i = 0; i < functionCount[h]; i++) {
                        functionWeights[first + i] += radial[h] * byRadial[at + i];
                        product += values[first + i] * byRadial[at + i];
                    }
                    slope += radialSlopes[h] * product;
                    sum += radial[h] * product;
                }
            }
            functions.gradient(functionWeights, values, gradient);
            double weight = neighbors.weight()[n];
            double along = 2 * slope * weight + sum * neighbors.weightSlope()[n];
            gx[n] = weight * gradient[0] + along * neighbors.x()[n];
            gy[n] = weight * gradient[1] + along * neighbors.y()[n];
            gz[n] = weight * gradient[2] + along * neighbors.z()[n];
        }
    }

    @Override
    public void addTangents(CenterNeighbors neighbors, double[] vx, double[] vy, double[] vz, double[] sumTangent) {
        Arrays.fill(byRadial, 0);
        for (int n = neighbors.firstBlock(); n < neighbors.endBlock(); n++) {
            functions.evaluate(neighbors.x()[n], neighbors.y()[n], neighbors.z()[n], values);
            functions.tangent(values, vx[n], vy[n], vz[n], tangents);
            double along = neighbors.x()[n] * vx[n]
                    + neighbors.y()[n] * vy[n]
                    + neighbors.z()[n] * vz[n];
            double weight = neighbors.weight()[n];
            for (int s = 0; s < radials; s++) {
                if (!neighbors.counts(n, s)) {
                    continue;
                }
                neighbors.table(n).evaluate(s, neighbors.square()[n], radial, radialSlopes);
                for (int h = 0; h < channels; h++) {
                    int first = firstFunction[h];
                    int at = s * sumsPerRadial + channelOffsets[h];
                    double change = along
                            * (2 * radialSlopes[h] * weight
                                    + radial[h] * neighbors.weightSlope()[n]);
                    addProducts(weight * radial[h], tangents, first, functionCount[h], byRadial, at);
                    addProducts(change, values, first, functionCount[h], byRadial, at);
                }
            }
        }
        addTransposed(sumTangent);
    }
}
