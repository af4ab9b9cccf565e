package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.ShiftedGaussians;
import io.github.gmp.bp.symmetry.kernel.TripletKernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What to compute around a center of one element, arranged so that shared factors are computed once: functions of the distance per
 * (pair, η), and sums of their products over triplets. Immutable.
 *
 * <p>A group is the angular functions of one sort and one η: they share the weights w_t = e_η(r_ij) e_η(r_ik) [e_η(r_jk)] of triplets.
 * Those with a whole ζ ≤ {@value TripletKernel#HIGHEST_MOMENT} are combinations of the moments Σ_t w_t cos^q θ_t of their group,
 * 2^{1−ζ} (1 + λ cos θ)^ζ = Σ_q 2^{1−ζ} binom(ζ, q) λ^q cos^q θ. The terms of that sum cancel where λ cos θ is near −1, up to 1e-16 of
 * Σ w; with larger ζ a function could be small everywhere and lose digits that matter. All other ζ have sums Σ_t w_t h_t^ζ of their own.
 *
 * <p>Sums are numbered {@code [radial channel][radial function]}, then {@code [angular channel]}[moments of each group, then other sums].
 */
final class CenterPlan {
    /**
     * Angular functions that share their weights.
     *
     * @param thirdSide whether the distance between the two neighbors enters (G4)
     * @param eta index into {@link CenterPlan#etas}
     * @param otherFirst the first of the sums that are no moments
     * @param otherCount number of them
     * @param otherPadded the same made even
     */
    record Group(boolean thirdSide, int eta, int otherFirst, int otherCount, int otherPadded) {}

    /** G3, by index among the radial functions. */
    record Wave(RadialFunction.CosineWave function, int index) {}

    /** An angular function by its sums: coefficients of moments, or of one other sum; columns by channel. */
    private record Member(int firstSum, double[] coefficients, int[] columns) {}

    /** G1 and G2. */
    final ShiftedGaussians gaussians;

    final Wave[] waves;
    /** Number of radial functions. */
    final int radialCount;
    /** Column of each radial sum. */
    private final int[] radialColumns;

    /** The different η of angular functions. */
    final GaussianDecay[] etas;
    /** Those with moments first. */
    final Group[] groups;
    /** Number of groups with moments. */
    final int momentGroups;
    /** Whether any function has no r_jk. */
    final boolean anyTwoSides;
    /** Whether any function has r_jk. */
    final boolean anyThirdSide;
    /** Whether any sum is no moment. */
    final boolean anyOther;

    /** Powers for the sums that are no moments. */
    final PowerPlan powers;
    /** Number of the first angular sum, that of radial ones. */
    final int angularBegin;
    /** Number of sums per angular channel. */
    final int angularStride;
    /** Where h^ζ starts among the powers, {@code [angular sum]}; 0 for moments. */
    final int[] valueRows;
    /** Where h^{ζ−1} starts. */
    final int[] slopeRows;
    /** λ ζ / 2 of the sums that are no moments, {@code [angular sum]}. */
    private final double[] slopeFactors;

    private final Member[] members;
    private final int angularChannels;

    CenterPlan(FunctionSet functions, SymmetryFunctionLayout layout, double radius) {
        List<RadialFunction> radial = functions.radial();
        radialCount = radial.size();
        int channels = layout.channels().radialChannels();
        radialColumns = new int[channels * radialCount];
        for (int channel = 0; channel < channels; channel++) {
            for (int f = 0; f < radialCount; f++) {
                radialColumns[channel * radialCount + f] = layout.column(radial.get(f), channel);
            }
        }
        gaussians = gaussians(radial);
        waves = waves(radial);
        angularBegin = radialColumns.length;

        List<AngularFunction> angular = functions.angular();
        List<Double> distinctEtas =
                angular.stream().map(AngularFunction::eta).distinct().toList();
        etas = distinctEtas.stream().map(eta -> new GaussianDecay(eta, radius)).toArray(GaussianDecay[]::new);
        angularChannels = layout.channels().angularChannels();
        anyThirdSide = angular.stream().anyMatch(f -> f.sort() == AngularFunction.Sort.G4);
        anyTwoSides = angular.stream().anyMatch(f -> f.sort() == AngularFunction.Sort.G5);
        List<AngularFunction> others =
                angular.stream().filter(f -> !isOfMoments(f)).toList();
        anyOther = !others.isEmpty();
        powers = new PowerPlan(others);

        List<List<AngularFunction>> byGroup = new ArrayList<>(angular.stream()
                .collect(Collectors.groupingBy(
                        f -> List.<Object>of(f.sort(), f.eta()), LinkedHashMap::new, Collectors.toList()))
                .values());
        byGroup.sort(Comparator.comparing(list -> list.stream().noneMatch(CenterPlan::isOfMoments)));
        momentGroups = (int) byGroup.stream()
                .filter(list -> list.stream().anyMatch(CenterPlan::isOfMoments))
                .count();
        groups = new Group[byGroup.size()];
        int next = momentGroups * TripletKernel.MOMENTS;
        for (int g = 0; g < groups.length; g++) {
            AngularFunction any = byGroup.get(g).get(0);
            int count =
                    (int) byGroup.get(g).stream().filter(f -> !isOfMoments(f)).count();
            int padded = count + (count & 1);
            boolean thirdSide = any.sort() == AngularFunction.Sort.G4;
            groups[g] = new Group(thirdSide, distinctEtas.indexOf(any.eta()), next, count, padded);
            next += padded;
        }
        angularStride = next;
        valueRows = new int[angularStride];
        slopeRows = new int[angularStride];
        slopeFactors = new double[angularStride];
        List<Member> all = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            int other = groups[g].otherFirst();
            for (AngularFunction function : byGroup.get(g)) {
                int[] columns = columns(function, layout);
                if (isOfMoments(function)) {
                    all.add(new Member(g * TripletKernel.MOMENTS, momentCoefficients(function), columns));
                } else {
                    valueRows[other] = powers.offset(function.lambda(), function.zeta());
                    slopeRows[other] = powers.offset(function.lambda(), function.zeta() - 1);
                    slopeFactors[other] = 0.5 * function.lambda() * function.zeta();
                    all.add(new Member(other++, new double[] {2}, columns));
                }
            }
        }
        members = all.toArray(Member[]::new);
    }

    private static boolean isOfMoments(AngularFunction function) {
        return function.zeta() <= TripletKernel.HIGHEST_MOMENT && function.zeta() == Math.rint(function.zeta());
    }

    private int[] columns(AngularFunction function, SymmetryFunctionLayout layout) {
        return IntStream.range(0, angularChannels)
                .map(channel -> layout.column(function, channel))
                .toArray();
    }

    /** 2^{1−ζ} binom(ζ, q) λ^q for every q. */
    private static double[] momentCoefficients(AngularFunction function) {
        double[] result = new double[TripletKernel.MOMENTS];
        double coefficient = Math.pow(2, 1 - function.zeta());
        for (int q = 0; q <= function.zeta(); q++) {
            result[q] = coefficient;
            coefficient *= function.lambda() * (function.zeta() - q) / (q + 1);
        }
        return result;
    }

    private static ShiftedGaussians gaussians(List<RadialFunction> radial) {
        int count = (int) radial.stream()
                .filter(f -> !(f instanceof RadialFunction.CosineWave))
                .count();
        double[] etas = new double[count];
        double[] shifts = new double[count];
        int[] indices = new int[count];
        int next = 0;
        for (int f = 0; f < radial.size(); f++) {
            if (radial.get(f) instanceof RadialFunction.ShiftedGaussian gaussian) {
                etas[next] = gaussian.eta();
                shifts[next] = gaussian.shift();
                indices[next++] = f;
            } else if (radial.get(f) instanceof RadialFunction.Coordination) {
                // G1 is the Gaussian without width: η = 0.
                indices[next++] = f;
            }
        }
        return new ShiftedGaussians(etas, shifts, indices);
    }

    private static Wave[] waves(List<RadialFunction> radial) {
        List<Wave> waves = new ArrayList<>();
        for (int f = 0; f < radial.size(); f++) {
            if (radial.get(f) instanceof RadialFunction.CosineWave wave) {
                waves.add(new Wave(wave, f));
            }
        }
        return waves.toArray(Wave[]::new);
    }

    /** {@return the number of sums} */
    int sums() {
        return angularBegin + angularChannels * angularStride;
    }

    /**
     * @param sums by number
     * @param result receives the features
     * @param row where the row of the center starts
     */
    void writeFeatures(double[] sums, double[] result, int row) {
        for (int n = 0; n < angularBegin; n++) {
            result[row + radialColumns[n]] = sums[n];
        }
        for (Member member : members) {
            double[] c = member.coefficients;
            int sum = angularBegin + member.firstSum;
            for (int column : member.columns) {
                result[row + column] = c.length == 1
                        ? c[0] * sums[sum]
                        : c[0] * sums[sum]
                                + c[1] * sums[sum + 1]
                                + c[2] * sums[sum + 2]
                                + c[3] * sums[sum + 3]
                                + c[4] * sums[sum + 4];
                sum += angularStride;
            }
        }
    }

    /**
     * Adds to changes of sums what comes from the changes of cosines.
     *
     * @param slopeSums Σ w cos^q θ d(cos θ) and Σ w h^{ζ−1} d(cos θ), by number
     * @param sums receives the changes
     */
    void addCosineChanges(double[] slopeSums, double[] sums) {
        for (int channel = 0; channel < angularChannels; channel++) {
            int begin = angularBegin + channel * angularStride;
            for (int g = 0; g < momentGroups; g++) {
                int first = begin + g * TripletKernel.MOMENTS;
                for (int q = 1; q < TripletKernel.MOMENTS; q++) {
                    sums[first + q] += q * slopeSums[first + q - 1];
                }
            }
            for (int n = momentGroups * TripletKernel.MOMENTS; n < angularStride; n++) {
                sums[begin + n] += slopeFactors[n] * slopeSums[begin + n];
            }
        }
    }

    /**
     * @param gradient ∂E/∂G of all centers
     * @param row where the row of the center starts
     * @param bySum receives ∂E/∂(sum), by number
     * @param slopes receives the coefficients of h^{ζ−1} in ∂E/∂(cos θ), {@code [angular channel][angular sum]}
     */
    void readGradient(double[] gradient, int row, double[] bySum, double[] slopes) {
        Arrays.fill(bySum, angularBegin, sums(), 0);
        for (int n = 0; n < angularBegin; n++) {
            bySum[n] = gradient[row + radialColumns[n]];
        }
        for (Member member : members) {
            double[] c = member.coefficients;
            int sum = angularBegin + member.firstSum;
            for (int column : member.columns) {
                double weight = gradient[row + column];
                for (int q = 0; q < c.length; q++) {
                    bySum[sum + q] += weight * c[q];
                }
                sum += angularStride;
            }
        }
        for (int channel = 0; anyOther && channel < angularChannels; channel++) {
            int begin = channel * angularStride;
            for (int n = momentGroups * TripletKernel.MOMENTS; n < angularStride; n++) {
                slopes[begin + n] = slopeFactors[n] * bySum[angularBegin + begin + n];
            }
        }
    }
}
