package io.github.gmp.models.committee;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.SplittableRandom;

/** As many structures as a training set has, drawn from it with replacement (Efron, doi:10.1214/aos/1176344552). */
final class BootstrapSample {
    private static final int ATTEMPTS = 100;

    private BootstrapSample() {}

    /**
     * {@return a sample with all elements of the set}
     *
     * @param set a training set
     * @param random draws
     * @throws GmpException if none turns up, because hardly any structure has some element
     */
    static TrainingSet of(TrainingSet set, SplittableRandom random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int[] chosen = random.ints(set.structures(), 0, set.structures()).toArray();
            // In their order: best for whatever is kept in memory or read again.
            Arrays.sort(chosen);
            TrainingSet sample = resampled(set, chosen);
            if (sample.elements().equals(set.elements())) {
                return sample;
            }
        }
        throw new GmpException("none of " + ATTEMPTS + " bootstrap samples has all elements of the training set ("
                + String.join(", ", set.elements().stream().map(Element::symbol).toList())
                + "), because few structures have some of them; use bootstrap: false");
    }

    private static TrainingSet resampled(TrainingSet set, int[] chosen) {
        int columns = set.features().columns();
        int[] offsets = new int[chosen.length + 1];
        double[] energies = new double[chosen.length];
        for (int s = 0; s < chosen.length; s++) {
            offsets[s + 1] = Math.addExact(offsets[s], set.atoms(chosen[s]));
            energies[s] = set.energies()[chosen[s]];
        }
        int atoms = offsets[chosen.length];
        double[] features = new double[Math.multiplyExact(atoms, columns)];
        int[] atomicNumbers = new int[atoms];
        for (int s = 0; s < chosen.length; s++) {
            int from = set.offsets()[chosen[s]];
            int size = set.atoms(chosen[s]);
            System.arraycopy(set.features().array(), from * columns, features, offsets[s] * columns, size * columns);
            System.arraycopy(set.atomicNumbers(), from, atomicNumbers, offsets[s], size);
        }
        return new TrainingSet(
                Matrix.wrap(atoms, columns, features),
                atomicNumbers,
                offsets,
                energies,
                set.geometry().map(geometry -> new ResampledGeometry(geometry, chosen, set.structures())));
    }
}
