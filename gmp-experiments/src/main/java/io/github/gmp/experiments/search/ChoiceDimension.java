package io.github.gmp.experiments.search;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One of some names. */
record ChoiceDimension(List<String> choices) implements Dimension {
    ChoiceDimension {
        choices = List.copyOf(choices);
    }

    @Override
    public Object decode(double[] genes) {
        return choices.get(index(genes));
    }

    private int index(double[] genes) {
        return (int) (genes[0] * choices.size());
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        if (choices.size() == 1) {
            return genes.clone();
        }
        int other = (index(genes) + 1 + random.nextInt(choices.size() - 1)) % choices.size();
        return genesOf(other);
    }

    @Override
    public List<double[]> probes() {
        return IntStream.range(0, choices.size()).mapToObj(this::genesOf).toList();
    }

    private double[] genesOf(int index) {
        return new double[] {(index + 0.5) / choices.size()};
    }

    @Override
    public String describe() {
        return "one of " + choices;
    }
}
