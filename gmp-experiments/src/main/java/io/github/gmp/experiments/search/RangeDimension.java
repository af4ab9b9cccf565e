package io.github.gmp.experiments.search;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A decimal number between two ends. */
record RangeDimension(double low, double high, Scale scale) implements Dimension {
    @Override
    public Object decode(double[] genes) {
        double value = Genes.readable(scale.at(low, high, genes[0]));
        return Math.min(Math.max(value, low), high);
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        return new double[] {Genes.jitter(genes[0], random)};
    }

    @Override
    public List<double[]> probes() {
        return List.of(Genes.lowest(1), Genes.highest(1));
    }

    @Override
    public String describe() {
        return "a number in [" + low + ", " + high + "], " + scale.name().toLowerCase(Locale.ROOT) + " scale";
    }
}
