package io.github.gmp.bp;

import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.bp.symmetry.AngularFunction;
import io.github.gmp.bp.symmetry.FunctionSet;
import io.github.gmp.bp.symmetry.RadialFunction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the parameter lists of a configuration into symmetry functions, and notes what is wrong with them. */
final class FunctionSetBuilder {
    private final EtaUnits etaUnits;
    private final double cutoff;
    private final List<ConfigProblem> problems;

    /**
     * @param etaUnits what η means
     * @param cutoff r_c in Å
     * @param problems receives what is wrong
     */
    FunctionSetBuilder(EtaUnits etaUnits, double cutoff, List<ConfigProblem> problems) {
        this.etaUnits = etaUnits;
        this.cutoff = cutoff;
        this.problems = problems;
    }

    /**
     * {@return the functions; incomplete if problems were noted}
     *
     * @param lists the parameters
     * @param prefix path of the lists in the configuration, empty or ending with a dot
     */
    FunctionSet build(SymmetryFunctionLists lists, String prefix) {
        List<RadialFunction> radial = new ArrayList<>();
        if (lists.g1()) {
            radial.add(new RadialFunction.Coordination());
        }
        lists.g2().ifPresent(g2 -> addGaussians(g2, prefix + "g2", radial));
        lists.g3().ifPresent(g3 -> distinct(g3.kappas(), prefix + "g3.kappas").stream()
                .map(RadialFunction.CosineWave::new)
                .forEach(radial::add));
        List<AngularFunction> angular = new ArrayList<>();
        lists.g4().ifPresent(g4 -> addAngles(AngularFunction.Sort.G4, g4, prefix + "g4", angular));
        lists.g5().ifPresent(g5 -> addAngles(AngularFunction.Sort.G5, g5, prefix + "g5", angular));
        return new FunctionSet(radial, angular);
    }

    private void addGaussians(SymmetryFunctionLists.Gaussians g2, String path, List<RadialFunction> radial) {
        List<Double> etas = widths(g2.etas(), path + ".etas");
        List<Double> shifts = distinct(g2.shifts(), path + ".shifts");
        for (double eta : etas) {
            for (double shift : shifts) {
                radial.add(new RadialFunction.ShiftedGaussian(etaUnits.radial(eta, cutoff), eta, shift));
            }
        }
    }

    private void addAngles(
            AngularFunction.Sort sort, SymmetryFunctionLists.Angles lists, String path, List<AngularFunction> angular) {
        List<Double> etas = widths(lists.etas(), path + ".etas");
        List<Double> zetas = distinct(lists.zetas(), path + ".zetas");
        List<Integer> lambdas = signs(distinct(lists.lambdas(), path + ".lambdas"), path + ".lambdas");
        for (double eta : etas) {
            for (double zeta : zetas) {
                for (int lambda : lambdas) {
                    angular.add(new AngularFunction(sort, etaUnits.angular(sort, eta, cutoff), eta, zeta, lambda));
                }
            }
        }
    }

    /** {@return the η that make sense; with η < 0 a function would grow with distance, e.g. e^2500 at 5 Å for −100} */
    private List<Double> widths(List<Double> etas, String path) {
        List<Double> valid = new ArrayList<>();
        for (int i = 0; i < etas.size(); i++) {
            double eta = etas.get(i);
            if (eta >= 0 && Double.isFinite(eta)) {
                valid.add(eta);
            } else {
                problems.add(new ConfigProblem.InvalidValue(path + "[" + i + "]", String.valueOf(eta), "0 or more"));
            }
        }
        distinct(etas, path);
        return valid;
    }

    private List<Double> distinct(List<Double> values, String path) {
        if (values.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(path, "[]", "at least one number"));
        }
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                problems.add(new ConfigProblem.InvalidValue(
                        path + "[" + i + "]", String.valueOf(values.get(i)), "every value once"));
            }
        }
        return values;
    }

    private List<Integer> signs(List<Double> lambdas, String path) {
        List<Integer> valid = new ArrayList<>();
        for (int i = 0; i < lambdas.size(); i++) {
            double lambda = lambdas.get(i);
            if (Math.abs(lambda) == 1) {
                valid.add((int) lambda);
            } else {
                problems.add(new ConfigProblem.InvalidValue(path + "[" + i + "]", String.valueOf(lambda), "-1 or 1"));
            }
        }
        return valid;
    }
}
