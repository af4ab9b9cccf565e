package io.github.gmp.experiments.search.space;

import io.github.gmp.runtime.config.ConfigTree;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One of some values: names, numbers, truth values, lists, or whole components. */
record ChoiceDimension(List<Object> choices) implements Dimension {
    ChoiceDimension {
        choices = List.copyOf(choices);
    }

    @Override
    public Object decode(double[] genes) {
        return choices.get(index(genes));
    }

    @Override
    public boolean takes(Object value) {
        return choices.contains(value);
    }

    @Override
    public Optional<double[]> encode(Object value) {
        return IntStream.range(0, choices.size())
                .filter(index -> isSame(choices.get(index), value))
                .mapToObj(this::genesOf)
                .findFirst();
    }

    /** A preset may have a whole number where a file has a decimal one. */
    private static boolean isSame(Object a, Object b) {
        return a instanceof Number x && b instanceof Number y ? x.doubleValue() == y.doubleValue() : a.equals(b);
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

    @Override
    public List<double[]> grid(int most) {
        return Genes.spread(Math.min(most, choices.size()))
                .mapToObj(Genes::single)
                .toList();
    }

    @Override
    public double logSize() {
        return Math.log10(choices.size());
    }

    private double[] genesOf(int index) {
        return new double[] {(index + 0.5) / choices.size()};
    }

    @Override
    public String describe() {
        return "one of " + ConfigTree.flow(choices);
    }
}
