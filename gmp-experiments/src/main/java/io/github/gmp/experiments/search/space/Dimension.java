package io.github.gmp.experiments.search.space;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One searched key. Its genes are numbers in [0, 1): how many, and what they mean, is the dimension's own business, so that the genetic
 * algorithm needs to know neither sigmas nor layers.
 */
public interface Dimension {
    /** {@return the smallest number of genes; one for a single value} */
    default int minGenes() {
        return 1;
    }

    /** {@return the largest number of genes; one for a single value} */
    default int maxGenes() {
        return 1;
    }

    /**
     * {@return the value that goes into the configuration: plain data}
     *
     * @param genes genes in [0, 1)
     */
    Object decode(double[] genes);

    /**
     * {@return the genes of the nearest value of this dimension; empty if there is none of its kind}
     *
     * @param value a value that somebody else has chosen
     */
    Optional<double[]> encode(Object value);

    /**
     * {@return whether this key can have exactly that value; a decimal number is none to wait for}
     *
     * @param value a value that a condition names
     */
    default boolean takes(Object value) {
        return false;
    }

    /**
     * A neighbor in this dimension: a small step as its meaning suggests.
     *
     * @param genes genes in [0, 1)
     * @param random source of randomness
     * @return changed genes
     */
    double[] mutate(double[] genes, RandomGenerator random);

    /** {@return the genes of the values that a component must accept before a search begins: the ends of a range, all of some names} */
    List<double[]> probes();

    /**
     * {@return the genes of at most so many values, spread evenly over the dimension}
     *
     * @param most largest number of values wanted
     */
    List<double[]> grid(int most);

    /** {@return log₁₀ of the number of different values; decimal numbers are counted to four digits} */
    double logSize();

    /** {@return the same in words, for {@code --dry-run}} */
    String describe();
}
