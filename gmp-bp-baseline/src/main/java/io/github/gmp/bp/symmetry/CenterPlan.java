package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.ShiftedGaussians;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to compute around a center of one element, arranged so that shared factors are computed once: functions of the distance per
 * (pair, η), powers per triplet, and sums of their products. Immutable.
 *
 * <p>Sums are numbered {@code [radial channel][radial function]}, then {@code [angular channel][angular function]}; the angular functions
 * stand in groups of even size (filled up by functions without a column), a group being those of one sort and one η.
 */
final class CenterPlan {
    /**
     * Angular functions that share e_η(r_ij) e_η(r_ik) [e_η(r_jk)].
     *
     * @param thirdSide whether the distance between the two neighbors enters (G4)
     * @param eta index into {@link CenterPlan#etas}
     * @param first the first member
     * @param count number of members
     * @param paddedCount the same made even
     */
    record Group(boolean thirdSide, int eta, int first, int count, int paddedCount) {}

    /** G3, by index among the radial functions. */
    record Wave(RadialFunction.CosineWave function, int index) {}

    /** G1 and G2. */
    final ShiftedGaussians gaussians;

    final Wave[] waves;
    /** Number of radial functions. */
    final int radialCount;
    /** Column of each radial sum. */
    final int[] radialColumns;

    /** The different η of angular functions. */
    final GaussianTable[] etas;

    final Group[] groups;
    /** Whether any function needs the distance between the two neighbors. */
    final boolean anyThirdSide;

    final PowerPlan powers;
    /** Number of the first angular sum, that of radial ones. */
    final int angularBegin;
    /** Number of angular functions, filled up. */
    final int angularStride;
    /** Where h^ζ of each angular function starts among the powers, {@code [function]}. */
    final int[] valueRows;
    /** Where h^{ζ−1} of each angular function starts. */
    final int[] slopeRows;
    /** λ ζ of each angular function. */
    final double[] slopeFactors;
    /** Members of groups that are no filling, ascending. */
    private final int[] members;
    /** Column of each of them, {@code [channel][member]}. */
    private final int[] angularColumns;

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

        List<AngularFunction> angular = functions.angular();
        double[] distinctEtas =
                angular.stream().mapToDouble(AngularFunction::eta).distinct().toArray();
        etas = Arrays.stream(distinctEtas)
                .mapToObj(eta -> new GaussianTable(eta, radius))
                .toArray(GaussianTable[]::new);
        powers = new PowerPlan(angular);
        anyThirdSide = angular.stream().anyMatch(f -> f.sort() == AngularFunction.Sort.G4);
        angularBegin = radialColumns.length;
        angularChannels = layout.channels().angularChannels();

        Map<List<Object>, List<AngularFunction>> bySortAndEta = new LinkedHashMap<>();
        for (AngularFunction function : angular) {
            bySortAndEta
                    .computeIfAbsent(List.of(function.sort(), function.eta()), key -> new ArrayList<>())
                    .add(function);
        }
        angularStride = bySortAndEta.values().stream()
                .mapToInt(list -> padded(list.size()))
                .sum();
        valueRows = new int[angularStride];
        slopeRows = new int[angularStride];
        slopeFactors = new double[angularStride];
        members = new int[angular.size()];
        angularColumns = new int[angularChannels * angular.size()];
        groups = new Group[bySortAndEta.size()];
        int group = 0;
        int member = 0;
        int next = 0;
        for (List<AngularFunction> list : bySortAndEta.values()) {
            AngularFunction any = list.get(0);
            int eta = indexOf(any.eta(), distinctEtas);
            groups[group++] =
                    new Group(any.sort() == AngularFunction.Sort.G4, eta, next, list.size(), padded(list.size()));
            for (int m = 0; m < list.size(); m++) {
                addMember(list.get(m), member++, next + m, layout);
            }
            next += padded(list.size());
        }
    }

    private void addMember(AngularFunction function, int member, int place, SymmetryFunctionLayout layout) {
        members[member] = place;
        valueRows[place] = powers.offset(function.lambda(), function.zeta());
        slopeRows[place] = powers.offset(function.lambda(), function.zeta() - 1);
        slopeFactors[place] = function.lambda() * function.zeta();
        for (int channel = 0; channel < angularChannels; channel++) {
            angularColumns[channel * members.length + member] = layout.column(function, channel);
        }
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

    private static int padded(int count) {
        return count + (count & 1);
    }

    private static int indexOf(double eta, double[] etas) {
        int index = 0;
        while (etas[index] != eta) {
            index++;
        }
        return index;
    }

    /** @return number of sums */
    int sums() {
        return angularBegin + angularChannels * angularStride;
    }

    /**
     * @param sums Σ w R f_c and Σ … h^ζ, by number
     * @param result receives the features
     * @param row where the row of the center starts
     */
    void writeFeatures(double[] sums, double[] result, int row) {
        for (int n = 0; n < angularBegin; n++) {
            result[row + radialColumns[n]] = sums[n];
        }
        for (int channel = 0; channel < angularChannels; channel++) {
            int begin = angularBegin + channel * angularStride;
            for (int m = 0; m < members.length; m++) {
                result[row + angularColumns[channel * members.length + m]] = 2 * sums[begin + members[m]];
            }
        }
    }

    /**
     * Adds the part of a change of features that comes from the changes of cosines.
     *
     * @param sums Σ … h^{ζ−1} dc, by number
     * @param result receives the changes of the features
     * @param row where the row of the center starts
     */
    void addSlopes(double[] sums, double[] result, int row) {
        for (int channel = 0; channel < angularChannels; channel++) {
            int begin = angularBegin + channel * angularStride;
            for (int m = 0; m < members.length; m++) {
                result[row + angularColumns[channel * members.length + m]] +=
                        slopeFactors[members[m]] * sums[begin + members[m]];
            }
        }
    }

    /**
     * @param gradient ∂E/∂G of all centers
     * @param row where the row of the center starts
     * @param bySum receives ∂E/∂(radial sum)
     * @param values receives the coefficients of h^ζ, {@code [angular channel][function]}
     * @param slopes receives those of h^{ζ−1} in ∂E/∂(cos θ), likewise
     */
    void readGradient(double[] gradient, int row, double[] bySum, double[] values, double[] slopes) {
        for (int n = 0; n < angularBegin; n++) {
            bySum[n] = gradient[row + radialColumns[n]];
        }
        for (int channel = 0; channel < angularChannels; channel++) {
            for (int m = 0; m < members.length; m++) {
                double weight = gradient[row + angularColumns[channel * members.length + m]];
                int place = channel * angularStride + members[m];
                values[place] = 2 * weight;
                slopes[place] = slopeFactors[members[m]] * weight;
            }
        }
    }
}
