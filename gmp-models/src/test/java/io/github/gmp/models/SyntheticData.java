package io.github.gmp.models;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Structures with random features whose energy is a known smooth function of them. */
public final class SyntheticData {
    /** Atomic energies: one function per element, eV. */
    public interface AtomicEnergy {
        double of(Element element, double[] features, int start);
    }

    private final SplittableRandom random;
    private final int features;
    private final AtomicEnergy energy;
    private final Map<Element, Double> biases = new EnumMap<>(Element.class);

    public SyntheticData(long seed, int features, AtomicEnergy energy) {
        this.random = new SplittableRandom(seed);
        this.features = features;
        this.energy = energy;
    }

    public SyntheticData bias(Element element, double value) {
        biases.put(element, value);
        return this;
    }

    /** A different smooth function for hydrogen than for all other elements. */
    public static double smooth(Element element, double[] features, int start) {
        double a = features[start];
        double b = features[start + 1];
        double c = features[start + 2];
        return element == Element.H ? 0.3 * Math.sin(a) + 0.2 * b * c : 0.2 * a * a - 0.3 * Math.tanh(b) + 0.1 * c;
    }

    /** Structures that all have these atoms. */
    public TrainingSet structures(int count, Element... atoms) {
        List<Element[]> compositions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            compositions.add(atoms);
        }
        return structures(compositions);
    }

    public TrainingSet structures(List<Element[]> compositions) {
        int[] offsets = new int[compositions.size() + 1];
        for (int s = 0; s < compositions.size(); s++) {
            offsets[s + 1] = offsets[s] + compositions.get(s).length;
        }
        int atoms = offsets[compositions.size()];
        int[] numbers = new int[atoms];
        double[] values = new double[atoms * features];
        double[] energies = new double[compositions.size()];
        for (int s = 0; s < compositions.size(); s++) {
            for (int atom = offsets[s]; atom < offsets[s + 1]; atom++) {
                Element element = compositions.get(s)[atom - offsets[s]];
                numbers[atom] = element.atomicNumber();
                for (int k = 0; k < features; k++) {
                    values[atom * features + k] = 4 * random.nextDouble() - 2;
                }
                energies[s] += biases.getOrDefault(element, 0.0) + energy.of(element, values, atom * features);
            }
        }
        return new TrainingSet(Matrix.wrap(atoms, features, values), numbers, offsets, energies);
    }

    public static double standardDeviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        return Math.sqrt(squares);
    }

    /** The same set with one feature replaced. */
    public static TrainingSet withFeature(TrainingSet set, int feature, double value) {
        double[] values = set.features().array().clone();
        for (int atom = 0; atom < set.atoms(); atom++) {
            values[atom * set.features().columns() + feature] = value;
        }
        return new TrainingSet(
                Matrix.wrap(set.atoms(), set.features().columns(), values),
                set.atomicNumbers(),
                set.offsets(),
                set.energies());
    }

    /** The same set with one value of one atom replaced. */
    public static TrainingSet withValue(TrainingSet set, int atom, int feature, double value) {
        double[] values = set.features().array().clone();
        values[atom * set.features().columns() + feature] = value;
        return new TrainingSet(
                Matrix.wrap(set.atoms(), set.features().columns(), values),
                set.atomicNumbers(),
                set.offsets(),
                set.energies());
    }
}
