import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.neighbor.VerletList;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.api.LoadedModel;
import io.github.gmp.runtime.api.Models;
import io.github.gmp.runtime.api.Threads;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What docs/using-a-potential.md explains: a model that 'gmp train' saved, on the first structure of a file. */
public final class UsePotential {
    /** In u. */
    private static final Map<Element, Double> MASSES =
            Map.of(Element.H, 1.008, Element.C, 12.011, Element.O, 15.999, Element.Cu, 63.546);

    /** From eV/(Å u) to Å/fs²: e / u from CODATA 2022. */
    private static final double ACCELERATION = 1.602176634 / 1.66053906892 * 1e-2;

    public static void main(String[] arguments) {
        Models models = new Models();
        LoadedModel trained = models.load(Path.of(arguments[0]));
        Potential potential = trained.potential();

        AtomicStructure structure;
        try (Stream<LabeledStructure> frames = models.read(Path.of(arguments[1]))) {
            structure = frames.findFirst().orElseThrow().structure();
        }

        evaluate(potential, structure);
        trust(trained, structure);
        threads(potential, structure);
        dynamics(potential, structure, 200, 1.0);
    }

    private static void evaluate(Potential potential, AtomicStructure structure) {
        Potential.Evaluation evaluation = potential.evaluate(structure);
        double[] forces = evaluation.forces(); // eV/Å: x, y, z of the first atom, of the second, …
        System.out.printf(Locale.ROOT, "energy %.6f eV%n", evaluation.energy());
        System.out.printf(Locale.ROOT, "force on the first atom %.4f %.4f %.4f eV/Å%n", forces[0], forces[1], forces[2]);
        evaluation.stress().ifPresent(stress -> // eV/Å³, row by row, positive in tension
                System.out.printf(Locale.ROOT, "pressure %.5f eV/Å³%n", -(stress[0] + stress[4] + stress[8]) / 3));
    }

    private static void trust(LoadedModel trained, AtomicStructure structure) {
        Potential.Evaluation evaluation = trained.potential()
                .evaluateWithSpread(structure, TaskRunner.sequential(), (int first, Matrix features) ->
                        System.out.printf("%d atoms from %d on: %d outside the training set%n",
                                features.rows(), first, trained.extrapolation(features).atomsOutside()));
        evaluation.spread().ifPresent(spread -> // of a committee only
                System.out.printf(Locale.ROOT, "spread of the energy %.4f eV%n", spread.energy()));
    }

    private static void threads(Potential potential, AtomicStructure structure) {
        try (Threads two = Threads.of(2)) {
            double energy = potential.evaluate(structure, two).energy();
            System.out.printf("with two threads the same bits: %b%n", energy == potential.evaluate(structure).energy());
        }
    }

    private static void dynamics(Potential potential, AtomicStructure start, int steps, double step) {
        VerletList neighbors = new VerletList(potential.descriptor().cutoff(), 0.5);
        AtomicStructure structure = start;
        Potential.Evaluation evaluation = potential.evaluate(structure, neighbors.list(structure));
        double[] positions = structure.positions();
        double[] velocities = new double[positions.length]; // at rest, Å/fs
        double[] masses = new double[positions.length];
        for (int k = 0; k < masses.length; k++) {
            masses[k] = MASSES.get(structure.element(k / 3));
        }
        double first = evaluation.energy();
        double kinetic = 0;
        for (int s = 0; s < steps; s++) {
            kick(velocities, evaluation.forces(), masses, 0.5 * step);
            for (int k = 0; k < positions.length; k++) {
                positions[k] += velocities[k] * step;
            }
            structure = structure.withPositions(positions);
            evaluation = potential.evaluate(structure, neighbors.list(structure));
            kick(velocities, evaluation.forces(), masses, 0.5 * step);
        }
        for (int k = 0; k < masses.length; k++) {
            kinetic += 0.5 * masses[k] * velocities[k] * velocities[k] / ACCELERATION;
        }
        System.out.printf(Locale.ROOT, "after %.0f fs: kinetic energy %.4f eV, total energy changed by %.4f eV%n",
                steps * step, kinetic, kinetic + evaluation.energy() - first);
    }

    private static void kick(double[] velocities, double[] forces, double[] masses, double time) {
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += time * ACCELERATION * forces[k] / masses[k];
        }
    }
}
