package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Compares random components ∂G_ik/∂r_jc of a descriptor's pullback with central differences, extrapolated to step zero (Ridders 1982,
 * doi:10.1016/S0141-1195(82)80057-0). Components that say nothing are not counted: those of atoms without influence, those far smaller
 * than the others of the same feature, and those where a neighbor is so near a cutoff that a step would carry it across.
 */
public final class GradientCheck {
    /** Largest relative error that counts as agreement. */
    public static final double TOLERANCE = 1e-5;

    private static final double FIRST_STEP = 8e-3;
    private static final double STEP_RATIO = 1.6;
    private static final int STEPS = 9;
    /** Components below this share of the feature's largest component are drowned in rounding errors of the differences. */
    private static final double SMALLEST_SHARE = 1e-3;

    /** A feature that changes by less than this share of itself per Å has no digits left in its differences. */
    private static final double SMALLEST_SLOPE = 1e-8;

    private static final int DRAWS_PER_COMPONENT = 50;
    private static final int RESERVOIR = 16;

    private final Descriptor descriptor;
    private final int components;
    private final SplittableRandom random;
    private final List<LabeledStructure> sample = new ArrayList<>();
    private long offered;

    /**
     * What the check found.
     *
     * @param checked number of components compared
     * @param worst largest relative error |analytic − numerical| / max(|analytic|, |numerical|)
     * @param where the component with that error
     */
    public record Result(int checked, double worst, String where) {}

    /**
     * @param descriptor the descriptor
     * @param components number of components to compare
     * @param seed seed of the choice
     */
    public GradientCheck(Descriptor descriptor, int components, long seed) {
        this.descriptor = descriptor;
        this.components = components;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Offers a structure to the sample from which components are drawn; each structure offered has the same chance to be in it.
     *
     * @param frame a structure
     */
    public void offer(LabeledStructure frame) {
        offered++;
        if (sample.size() < RESERVOIR) {
            sample.add(frame);
        } else {
            long place = random.nextLong(offered);
            if (place < RESERVOIR) {
                sample.set((int) place, frame);
            }
        }
    }

    /**
     * Compares the components.
     *
     * @return the result
     * @throws DataException if not a single component can be compared
     */
    public Result run() {
        int checked = 0;
        double worst = -1;
        String where = "";
        for (int draw = 0; draw < DRAWS_PER_COMPONENT * components && checked < components; draw++) {
            LabeledStructure frame = sample.get(random.nextInt(sample.size()));
            Optional<Component> drawn = drawComponent(frame);
            if (drawn.isEmpty()) {
                continue;
            }
            Component component = drawn.get();
            double numerical = numericalDerivative(component);
            double error = Math.abs(component.analytic - numerical)
                    / Math.max(Math.abs(component.analytic), Math.abs(numerical));
            checked++;
            // Written so that NaN counts as the worst there is.
            if (!(error <= worst)) {
                worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
                where = describe(component, numerical);
            }
        }
        if (checked == 0) {
            throw new DataException(
                    "--gradients-check: no component could be compared: no atom of the sampled structures has a neighbor"
                            + " within " + descriptor.cutoff() + " Å that its features depend on");
        }
        return new Result(checked, worst, where);
    }

    private record Component(LabeledStructure frame, int center, int feature, int atom, int axis, double analytic) {}

    private Optional<Component> drawComponent(LabeledStructure frame) {
        AtomicStructure structure = frame.structure();
        if (structure.size() == 0) {
            return Optional.empty();
        }
        int center = random.nextInt(structure.size());
        int feature = random.nextInt(descriptor.features().size());
        int axis = random.nextInt(3);
        int choice = random.nextInt(Integer.MAX_VALUE);
        NeighborList neighbors = NeighborSearch.of(structure, descriptor.cutoff() + 2 * FIRST_STEP)
                .list(center, center + 1);
        int from = neighbors.begin(center);
        int count = neighbors.end(center) - from;
        for (int pair = from; pair < from + count; pair++) {
            if (Math.abs(neighbors.distance(pair) - descriptor.cutoff()) <= 2 * FIRST_STEP) {
                return Optional.empty();
            }
        }
        // One in four moves the center itself.
        int atom = count == 0 || choice % 4 == 0 ? center : neighbors.neighbor(from + choice / 4 % count);

        DescriptorEvaluation evaluation = evaluate(structure, center);
        int columns = descriptor.features().size();
        double[] one = new double[columns];
        one[feature] = 1;
        double[] gradient = evaluation.pullback(Matrix.wrap(1, columns, one)).positions();
        double largest = 0;
        for (double component : gradient) {
            largest = Math.max(largest, Math.abs(component));
        }
        double analytic = gradient[3 * atom + axis];
        double value = Math.abs(evaluation.features().get(0, feature));
        boolean telling = Math.abs(analytic) >= SMALLEST_SHARE * largest && largest > SMALLEST_SLOPE * value;
        return telling && largest > 0
                ? Optional.of(new Component(frame, center, feature, atom, axis, analytic))
                : Optional.empty();
    }

    /** Ridders' tableau: extrapolates over ever smaller steps and keeps the entry that changed least from its parents. */
    private double numericalDerivative(Component component) {
        double[] previous = new double[STEPS];
        double step = FIRST_STEP;
        previous[0] = centralDifference(component, step);
        double best = previous[0];
        double smallestChange = Double.MAX_VALUE;
        for (int row = 1; row < STEPS; row++) {
            step /= STEP_RATIO;
            double[] current = new double[STEPS];
            current[0] = centralDifference(component, step);
            double factor = STEP_RATIO * STEP_RATIO;
            for (int column = 1; column <= row; column++) {
                current[column] = (current[column - 1] * factor - previous[column - 1]) / (factor - 1);
                factor *= STEP_RATIO * STEP_RATIO;
                double change = Math.max(
                        Math.abs(current[column] - current[column - 1]),
                        Math.abs(current[column] - previous[column - 1]));
                if (change <= smallestChange) {
                    smallestChange = change;
                    best = current[column];
                }
            }
            previous = current;
        }
        return best;
    }

    private double centralDifference(Component component, double step) {
        return (displaced(component, step) - displaced(component, -step)) / (2 * step);
    }

    private double displaced(Component component, double step) {
        AtomicStructure structure = component.frame.structure();
        double[] positions = structure.positions();
        positions[3 * component.atom + component.axis] += step;
        return evaluate(structure.withPositions(positions), component.center)
                .features()
                .get(0, component.feature);
    }

    /** One atom's features are enough, and structures may be big. */
    private DescriptorEvaluation evaluate(AtomicStructure structure, int center) {
        return descriptor.evaluate(
                structure, NeighborSearch.of(structure, descriptor.cutoff()).list(center, center + 1));
    }

    private String describe(Component component, double numerical) {
        return String.format(
                Locale.ROOT,
                "%s: feature '%s' of atom %d by %s of atom %d: analytic %.10g, numerical %.10g",
                component.frame.source(),
                descriptor.features().get(component.feature),
                component.center + 1,
                "xyz".charAt(component.axis),
                component.atom + 1,
                component.analytic,
                numerical);
    }
}
