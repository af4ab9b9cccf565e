package io.github.gmp.runtime.dataset;

/**
 * Smallest and largest of some numbers.
 *
 * @param min the smallest
 * @param max the largest
 */
public record Range(double min, double max) {
    /**
     * @param value a number
     * @return the range of that number alone
     */
    static Range of(double value) {
        return new Range(value, value);
    }

    /**
     * @param value a number
     * @return the range with it included
     */
    Range with(double value) {
        return new Range(Math.min(min, value), Math.max(max, value));
    }
}
