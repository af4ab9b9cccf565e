package io.github.gmp.experiments.search.space;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A whole number between two ends, both included. */
record IntegerDimension(int low, int high, Scale scale) implements Dimension {
    @Override
    public Object decode(double[] genes) {
        // Half a unit on each side gives the ends the same chance as the values between them.
        double value = scale.at(low - 0.5, high + 0.5, genes[0]);
        return Math.min(Math.max(Math.round(value), low), high);
    }

    @Override
    public boolean takes(Object value) {
        return value instanceof Long number && number >= low && number <= high;
    }

    @Override
    public Optional<double[]> encode(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        return Optional.of(genesOf(Math.min(Math.max(Math.round(number.doubleValue()), low), high)));
    }

    private double[] genesOf(long value) {
        return Genes.single(Genes.clip(scale.fraction(low - 0.5, high + 0.5, value)));
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        if (low == high) {
            return genes.clone();
        }
        long value = (Long) decode(genes);
        double wide = scale.at(low - 0.5, high + 0.5, Genes.jitter(genes[0], random));
        long step = Math.max(1, Math.abs(Math.round(wide) - value));
        boolean up = value == low || (value != high && random.nextBoolean());
        return genesOf(Math.min(Math.max(value + (up ? step : -step), low), high));
    }

    @Override
    public List<double[]> probes() {
        return List.of(Genes.lowest(1), Genes.highest(1));
    }

    @Override
    public List<double[]> grid(int most) {
        return Genes.spread((int) Math.min(most, 1L + high - low))
                .mapToObj(Genes::single)
                .toList();
    }

    @Override
    public double logSize() {
        return Math.log10(1.0 + high - low);
    }

    @Override
    public String describe() {
        return "a whole number in [" + low + ", " + high + "], " + scale.name().toLowerCase(Locale.ROOT) + " scale";
    }
}
