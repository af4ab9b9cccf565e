package io.github.gmp.experiments.search.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A sorted list of numbers of variable size, such as the sigmas of a descriptor: one gene per number.
 *
 * @param minSize smallest number of values
 * @param maxSize largest number of values
 * @param low smallest value
 * @param high largest value
 * @param scale scale on which values are drawn and moved
 * @param separation smallest ratio of neighbors on a logarithmic scale, smallest difference on a linear one
 */
record SortedSetDimension(int minSize, int maxSize, double low, double high, Scale scale, double separation)
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
            values[i] = Math.max(values[i], scale.above(values[i - 1], separation));
        }
        double most = high;
        for (int i = values.length - 1; i >= 0; i--) {
            values[i] = Math.min(values[i], most);
            most = scale.below(values[i], separation);
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
    public Optional<double[]> encode(Object value) {
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Number.class::isInstance)) {
            return Optional.empty();
        }
        double[] genes = list.stream()
                .mapToDouble(item -> Math.min(Math.max(((Number) item).doubleValue(), low), high))
                .map(item -> Genes.clip(scale.fraction(low, high, item)))
                .sorted()
                .toArray();
        if (genes.length > maxSize) {
            int length = genes.length;
            // Of too long a list every so-manieth value: the same range with wider gaps.
            return Optional.of(IntStream.range(0, maxSize)
                    .mapToDouble(i -> genes[maxSize == 1 ? length / 2 : i * (length - 1) / (maxSize - 1)])
                    .toArray());
        }
        double[] grown = genes;
        while (grown.length < minSize) {
            grown = append(grown, (grown.length + 0.5) / minSize);
        }
        return Optional.of(grown);
    }

    @Override
    public List<double[]> grid(int most) {
        int sizes = maxSize - minSize + 1;
        int count = Math.min(most, sizes);
        return IntStream.range(0, count)
                .map(i -> minSize + (int) ((i + 0.5) / count * sizes))
                .mapToObj(size -> Genes.spread(size).toArray())
                .toList();
    }

    @Override
    public double logSize() {
        double values = Genes.count(low, high);
        double all = 0;
        for (int size = minSize; size <= maxSize; size++) {
            double sets = 1;
            for (int i = 0; i < size; i++) {
                sets *= Math.max(1, values - i) / (i + 1);
            }
            all += sets;
        }
        return Math.log10(all);
    }

    @Override
    public String describe() {
        return minSize + " to " + maxSize + " numbers in [" + low + ", " + high + "], "
                + scale.name().toLowerCase(Locale.ROOT) + " scale, "
                + (scale == Scale.LOG ? "ratio" : "difference") + " at least " + separation;
    }
}
