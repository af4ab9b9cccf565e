package io.github.gmp.experiments.search.space;

/** How positions between the ends of a range map to values. */
public enum Scale {
    /** Equal steps are equal differences. */
    LINEAR {
        @Override
        double at(double low, double high, double fraction) {
            return low + (high - low) * fraction;
        }

        @Override
        double fraction(double low, double high, double value) {
            return high > low ? (value - low) / (high - low) : 0;
        }

        @Override
        double above(double value, double separation) {
            return value + separation;
        }

        @Override
        double below(double value, double separation) {
            return value - separation;
        }
    },
    /** Equal steps are equal ratios. */
    LOG {
        @Override
        double at(double low, double high, double fraction) {
            return low * Math.pow(high / low, fraction);
        }

        @Override
        double fraction(double low, double high, double value) {
            return high > low ? Math.log(value / low) / Math.log(high / low) : 0;
        }

        @Override
        double above(double value, double separation) {
            return value * separation;
        }

        @Override
        double below(double value, double separation) {
            return value / separation;
        }
    };

    /** {@return the smallest value that is separated from another below it: by a ratio or by a difference} */
    abstract double above(double value, double separation);

    /** {@return the largest value that is separated from another above it} */
    abstract double below(double value, double separation);

    abstract double at(double low, double high, double fraction);

    abstract double fraction(double low, double high, double value);
}
