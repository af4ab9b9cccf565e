package io.github.gmp.experiments.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A sorted list of numbers of variable size, such as the sigmas of a descriptor: one gene per number. */
record SortedSetDimension(int minSize, int maxSize, double low, double high, Scale scale, double minRatio)
        implements Dimension {
    @Override
    public int minGenes() {
        return minSize;
    }

    @Override
    public int maxGenes() {
        return maxSize;
    }

    @Override
    public Object decode(double[] genes) {
        double[] sorted = genes.clone();
        Arrays.sort(sorted);
        double[] values = Arrays.stream(sorted).map(g -> scale.at(low, high, g)).toArray();
        // Any genes are made valid here, so that crossover needs no care: push apart upwards, then back below the upper
        // end.
        for (int i = 1; i < values.length; i++) {
            values[i] = Math.max(values[i], values[i - 1] * minRatio);
        }
        double most = high;
        for (int i = values.length - 1; i >= 0; i--) {
            values[i] = Math.min(values[i], most);
            most = values[i] / minRatio;
        }
        List<Double> result = new ArrayList<>();
        for (double value : values) {
            result.add(Math.min(Math.max(Genes.readable(value), low), high));
        }
        return List.copyOf(result);
    }

    @Override
    public double[] mutate(double[] genes, RandomGenerator random) {
        double[] sorted = genes.clone();
        Arrays.sort(sorted);
        boolean canGrow = sorted.length < maxSize;
        boolean canShrink = sorted.length > minSize;
        double dice = random.nextDouble();
        if (dice < 0.4 || !(canGrow || canShrink)) {
            return jitterSome(sorted, random);
        }
        boolean grow = canGrow && (!canShrink || random.nextBoolean());
        boolean nearby = dice < 0.7;
        if (grow) {
            return nearby ? split(sorted, random) : append(sorted, random.nextDouble());
        }
        return nearby && sorted.length > 1 ? merge(sorted, random) : remove(sorted, random.nextInt(sorted.length));
    }

    private static double[] jitterSome(double[] genes, RandomGenerator random) {
        double[] result = genes.clone();
        int certain = random.nextInt(result.length);
        for (int i = 0; i < result.length; i++) {
            if (i == certain || random.nextInt(result.length) == 0) {
                result[i] = Genes.jitter(result[i], random);
            }
        }
        return result;
    }

    /** Replaces one value by two around it. */
    private static double[] split(double[] genes, RandomGenerator random) {
        int chosen = random.nextInt(genes.length);
        double distance = Genes.STEP * (0.5 + random.nextDouble());
        double upper = Genes.clip(genes[chosen] + distance / 2);
        double[] result = append(genes, upper);
        result[chosen] = Genes.clip(genes[chosen] - distance / 2);
        return result;
    }

    /** Replaces two neighboring values by their mean. */
    private static double[] merge(double[] sorted, RandomGenerator random) {
        int chosen = random.nextInt(sorted.length - 1);
        double[] result = remove(sorted, chosen + 1);
        result[chosen] = (sorted[chosen] + sorted[chosen + 1]) / 2;
        return result;
    }

    private static double[] append(double[] genes, double gene) {
        double[] result = Arrays.copyOf(genes, genes.length + 1);
        result[genes.length] = gene;
        return result;
    }

    private static double[] remove(double[] genes, int index) {
        double[] result = Arrays.copyOf(genes, genes.length - 1);
        System.arraycopy(genes, index + 1, result, index, result.length - index);
        return result;
    }

    @Override
    public List<double[]> probes() {
        return List.of(Genes.lowest(minSize), Genes.highest(maxSize));
    }

    @Override
    public String describe() {
        return minSize + " to " + maxSize + " numbers in [" + low + ", " + high + "], "
                + scale.name().toLowerCase(Locale.ROOT) + " scale, ratio at least " + minRatio;
    }
}
