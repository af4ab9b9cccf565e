package io.github.gmp.bp.symmetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to compute around a centre of one element, arranged so that shared factors are computed once: functions of the distance per
 * (pair, η), angular factors per (triplet, ζ, λ), and their products per group of functions with the same η.
 */
final class CenterPlan {
    /** Angular functions of one sort and one η: the same product of exponentials times different angular factors. */
    static final class Group {
        /** Whether the distance between the two neighbors enters (G4). */
        final boolean thirdSide;
        /** Index into {@link CenterPlan#etas}. */
        final int eta;
        /** Indices into {@link CenterPlan#factors}, one per member. */
        final int[] factors;
        /** Columns of the members, {@code [channel][member]}. */
        final int[][] columns;

        Group(boolean thirdSide, int eta, int[] factors, int[][] columns) {
            this.thirdSide = thirdSide;
            this.eta = eta;
            this.factors = factors;
            this.columns = columns;
        }
    }

    final RadialFunction[] radial;
    /** Columns of the radial functions, {@code [channel][function]}. */
    final int[][] radialColumns;
    /** The different η of angular functions in Å⁻². */
    final double[] etas;
    /** The different (ζ, λ). */
    final AngularFactor[] factors;

    final Group[] groups;
    /** Whether every group needs the distance between the two neighbors: then triplets with r_jk ≥ r_c can be left out. */
    final boolean thirdSideOnly;

    CenterPlan(FunctionSet functions, SymmetryFunctionLayout layout) {
        radial = functions.radial().toArray(RadialFunction[]::new);
        radialColumns = new int[layout.channels().radialChannels()][radial.length];
        for (int channel = 0; channel < radialColumns.length; channel++) {
            for (int f = 0; f < radial.length; f++) {
                radialColumns[channel][f] = layout.column(radial[f], channel);
            }
        }
        List<AngularFunction> angular = functions.angular();
        etas = angular.stream().mapToDouble(AngularFunction::eta).distinct().toArray();
        List<AngularFactor> distinctFactors =
                angular.stream().map(CenterPlan::factor).distinct().toList();
        factors = distinctFactors.toArray(AngularFactor[]::new);
        Map<List<Object>, List<AngularFunction>> members = new LinkedHashMap<>();
        for (AngularFunction function : angular) {
            members.computeIfAbsent(List.of(function.sort(), function.eta()), key -> new ArrayList<>())
                    .add(function);
        }
        groups = members.values().stream()
                .map(list -> group(list, distinctFactors, layout))
                .toArray(Group[]::new);
        thirdSideOnly = angular.stream().allMatch(f -> f.sort() == AngularFunction.Sort.G4);
    }

    private Group group(
            List<AngularFunction> members, List<AngularFactor> distinctFactors, SymmetryFunctionLayout layout) {
        int[][] columns = new int[layout.channels().angularChannels()][members.size()];
        for (int channel = 0; channel < columns.length; channel++) {
            for (int m = 0; m < members.size(); m++) {
                columns[channel][m] = layout.column(members.get(m), channel);
            }
        }
        AngularFunction first = members.get(0);
        int eta = 0;
        while (etas[eta] != first.eta()) {
            eta++;
        }
        int[] indices = members.stream()
                .mapToInt(f -> distinctFactors.indexOf(factor(f)))
                .toArray();
        return new Group(first.sort() == AngularFunction.Sort.G4, eta, indices, columns);
    }

    private static AngularFactor factor(AngularFunction function) {
        return new AngularFactor(function.zeta(), function.lambda());
    }
}
