package io.github.gmp.experiments.search;

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
    };

    abstract double at(double low, double high, double fraction);

    abstract double fraction(double low, double high, double value);
}
