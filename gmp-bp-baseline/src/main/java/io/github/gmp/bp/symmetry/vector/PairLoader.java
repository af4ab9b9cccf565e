package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.CenterEnvironment;
import io.github.gmp.bp.symmetry.CenterPlan;
import io.github.gmp.bp.symmetry.RadialFunction;
import io.github.gmp.bp.symmetry.ScreenedGaussian;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Radial functions and e_η of all neighbors of a center. Used by one thread. */
final class PairLoader {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private final ScreenedTile screenedTile = new ScreenedTile();

    void load(CenterEnvironment environment, CenterPlan plan, int lanesUsed, boolean withSlopes) {
        RadialFunction[] functions = plan.radial();
        for (int f = 0; f < functions.length; f++) {
            int row = f * environment.capacity();
            if (functions[f] instanceof RadialFunction.ShiftedGaussian gaussian) {
                if (withSlopes) {
                    gaussianSlopes(environment, gaussian.eta(), gaussian.shift(), lanesUsed, row);
                } else {
                    gaussianValues(environment, gaussian.eta(), gaussian.shift(), lanesUsed, row);
                }
            } else {
                others(environment, functions[f], lanesUsed, row, withSlopes);
            }
        }
        ScreenedGaussian[] screened = plan.screened();
        for (int e = 0; e < screened.length; e++) {
            int row = e * environment.capacity();
            screened(environment, screened[e], lanesUsed, row, withSlopes);
        }
    }

    /** e^{−η (r − R_s)²} of all lanes. */
    private static void loadGaussian(CenterEnvironment environment, double eta, double shift, int lanesUsed, int row) {
        double[] target = environment.radial();
        for (int lane = 0; lane < lanesUsed; lane += L) {
            DoubleVector offset =
                    DoubleVector.fromArray(S, environment.distance(), lane).sub(shift);
            offset.mul(offset).mul(-eta * Lanes.LOG2_E).intoArray(target, row + lane);
        }
        Lanes.exp2(target, row, lanesUsed / L, L);
    }

    private static void gaussianValues(
            CenterEnvironment environment, double eta, double shift, int lanesUsed, int row) {
        loadGaussian(environment, eta, shift, lanesUsed, row);
        double[] target = environment.radial();
        for (int lane = 0; lane < lanesUsed; lane += L) {
            DoubleVector.fromArray(S, target, row + lane)
                    .mul(DoubleVector.fromArray(S, environment.cutoffValue(), lane))
                    .mul(DoubleVector.fromArray(S, environment.weight(), lane))
                    .intoArray(target, row + lane);
        }
    }

    private static void gaussianSlopes(
            CenterEnvironment environment, double eta, double shift, int lanesUsed, int row) {
        loadGaussian(environment, eta, shift, lanesUsed, row);
        double[] values = environment.radial();
        double[] slopes = environment.radialSlopes();
        for (int lane = 0; lane < lanesUsed; lane += L) {
            DoubleVector gaussian = DoubleVector.fromArray(S, values, row + lane)
                    .mul(DoubleVector.fromArray(S, environment.weight(), lane));
            DoubleVector cutoff = DoubleVector.fromArray(S, environment.cutoffValue(), lane);
            gaussian.mul(cutoff).intoArray(values, row + lane);
            DoubleVector.fromArray(S, environment.distance(), lane)
                    .sub(shift)
                    .mul(-2 * eta)
                    .mul(cutoff)
                    .add(DoubleVector.fromArray(S, environment.cutoffSlope(), lane))
                    .mul(gaussian)
                    .intoArray(slopes, row + lane);
        }
    }

    /** Functions of which there are few, one neighbor at a time. */
    private static void others(
            CenterEnvironment environment, RadialFunction function, int lanesUsed, int row, boolean withSlopes) {
        for (int lane = 0; lane < lanesUsed; lane++) {
            double r = environment.distance()[lane];
            double weight = environment.weight()[lane];
            double value = function.value(r);
            double cutoff = environment.cutoffValue()[lane];
            environment.radial()[row + lane] = weight * value * cutoff;
            if (withSlopes) {
                environment.radialSlopes()[row + lane] = weight
                        * (function.derivative(r, value) * cutoff
                                + value * environment.cutoffSlope()[lane]);
            }
        }
    }

    private void screened(
            CenterEnvironment environment, ScreenedGaussian function, int lanesUsed, int row, boolean withSlopes) {
        if (withSlopes) {
            screenedTile.valuesAndSlopes(
                    function,
                    environment.square(),
                    0,
                    lanesUsed,
                    environment.screened(),
                    environment.screenedSlopes(),
                    row);
            weigh(environment, environment.screenedSlopes(), lanesUsed, row);
        } else {
            screenedTile.values(function, environment.square(), 0, lanesUsed, environment.screened(), row);
        }
        weigh(environment, environment.screened(), lanesUsed, row);
    }

    private static void weigh(CenterEnvironment environment, double[] values, int lanesUsed, int row) {
        for (int lane = 0; lane < lanesUsed; lane += L) {
            DoubleVector.fromArray(S, values, row + lane)
                    .mul(DoubleVector.fromArray(S, environment.weight(), lane))
                    .intoArray(values, row + lane);
        }
    }
}
