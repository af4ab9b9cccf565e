package io.github.gmp.experiments.search.space;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A decimal number between two ends. */
record RangeDimension(double low, double high, Scale scale) implements Dimension {
    @Override
    public Object decode(double[] genes) {
        double value = Genes.readable(scale.at(low, high, genes[0]));
        return Math.min(Math.max(value, low), high);
    }

    @Override
    public Optional<double[]> encode(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        double inside = Math.min(Math.max(number.doubleValue(), low), high);
        return Optional.of(Genes.single(Genes.clip(scale.fraction(low, high, inside))));
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        return Genes.single(Genes.jitter(genes[0], random));
    }

    @Override
    public List<double[]> probes() {
        return List.of(Genes.lowest(1), Genes.highest(1));
    }

    @Override
    public List<double[]> grid(int most) {
        return Genes.spread(low == high ? 1 : most).mapToObj(Genes::single).toList();
    }

    @Override
    public double logSize() {
        return Math.log10(Genes.count(low, high));
    }

    @Override
    public String describe() {
        return "a number in [" + low + ", " + high + "], " + scale.name().toLowerCase(Locale.ROOT) + " scale";
    }
}
