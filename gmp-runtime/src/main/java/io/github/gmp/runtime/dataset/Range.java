package io.github.gmp.runtime.dataset;

/**
 * Smallest and largest of some numbers.
 *
 * @param min the smallest
 * @param max the largest
 */
public record Range(double min, double max) {
    /**
     * {@return the range of that number alone}
     *
     * @param value a number
     */
    static Range of(double value) {
        return new Range(value, value);
    }

    /**
     * {@return the range with it included}
     *
     * @param value a number
     */
    Range with(double value) {
        return new Range(Math.min(min, value), Math.max(max, value));
    }
}
