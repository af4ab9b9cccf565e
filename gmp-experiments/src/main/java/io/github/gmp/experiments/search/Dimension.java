package io.github.gmp.experiments.search;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One searched key. Its genes are numbers in [0, 1): how many, and what they mean, is the dimension's own business, so that the genetic
 * algorithm needs to know neither sigmas nor layers.
 */
interface Dimension {
    /** @return smallest number of genes; one for a single value */
    default int minGenes() {
        return 1;
    }

    /** @return largest number of genes; one for a single value */
    default int maxGenes() {
        return 1;
    }

    /**
     * @param genes genes in [0, 1)
     * @return the value that goes into the configuration: a number, a text, or a list
     */
    Object decode(double[] genes);

    /**
     * A neighbor in this dimension: a small step as its meaning suggests.
     *
     * @param genes genes in [0, 1)
     * @param random source of randomness
     * @return changed genes
     */
    double[] mutate(double[] genes, RandomGenerator random);

    /** @return genes of the values that a component must accept before a search begins: the ends of a range, all of some names */
    List<double[]> probes();

    /** @return in words, for {@code --dry-run} */
    String describe();
}
