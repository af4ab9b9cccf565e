package io.github.gmp.experiments.search.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Arithmetic of genes in [0, 1) that the dimensions share. */
final class Genes {
    /** Typical size of a small step, as a fraction of the range. */
    static final double STEP = 0.12;

    private static final double LARGEST = Math.nextDown(1.0);
    /** Configurations should be readable: four digits are far below what any error could tell apart. */
    private static final MathContext DIGITS = new MathContext(4);
    /** Different numbers of four digits in a decade. */
    private static final double PER_DECADE = 9000;

    private Genes() {}

    static double[] lowest(int count) {
        return new double[count];
    }

    static double[] highest(int count) {
        double[] genes = new double[count];
        Arrays.fill(genes, LARGEST);
        return genes;
    }

    static double[] single(double gene) {
        return new double[] {gene};
    }

    /** Centers of that many equal parts. */
    static DoubleStream spread(int count) {
        return IntStream.range(0, count).mapToDouble(i -> (i + 0.5) / count);
    }

    static double clip(double gene) {
        return Math.min(Math.max(gene, 0), LARGEST);
    }

    static double jitter(double gene, RandomGenerator random) {
        return clip(gene + STEP * random.nextGaussian());
    }

    static double readable(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** How many readable numbers a range has, about; one that reaches 0 is counted as if it ended four decades below its width. */
    static double count(double low, double high) {
        if (low == high) {
            return 1;
        }
        if (low > 0) {
            return 1 + PER_DECADE * Math.log10(high / low);
        }
        double smallest = (high - low) * 1e-4;
        double above = high > smallest ? PER_DECADE * Math.log10(high / smallest) : 0;
        double below = -low > smallest ? PER_DECADE * Math.log10(-low / smallest) : 0;
        return 1 + above + below;
    }
}
