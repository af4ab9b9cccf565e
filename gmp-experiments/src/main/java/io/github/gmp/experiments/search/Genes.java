package io.github.gmp.experiments.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Arithmetic of genes in [0, 1) that the dimensions share. */
final class Genes {
    /** Typical size of a small step, as a fraction of the range. */
    static final double STEP = 0.12;

    private static final double LARGEST = Math.nextDown(1.0);
    /** Configurations should be readable: four digits are far below what any error could tell apart. */
    private static final MathContext DIGITS = new MathContext(4);

    private Genes() {}

    static double[] lowest(int count) {
        return new double[count];
    }

    static double[] highest(int count) {
        double[] genes = new double[count];
        Arrays.fill(genes, LARGEST);
        return genes;
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
}
