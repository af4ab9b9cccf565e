package io.github.gmp.experiments.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects spreads and errors of predictions, in the order of the structures and in constant memory. */
final class SpreadSums {
    private final Sums all = new Sums();
    /** By the binary exponent of the spread. */
    private final Map<Integer, Sums> bins = new TreeMap<>();

    /**
     * @param spread standard deviation over the members
     * @param error absolute error of their mean
     */
    void add(double spread, double error) {
        all.add(spread, error);
        bins.computeIfAbsent(Math.getExponent(spread), exponent -> new Sums()).add(spread, error);
    }

    /** @return the calibration, if there were predictions */
    Optional<SpreadCalibration> calibration() {
        if (all.count == 0) {
            return Optional.empty();
        }
        List<SpreadBin> rows = new ArrayList<>();
        bins.values().forEach(bin -> rows.add(bin.bin()));
        return Optional.of(new SpreadCalibration(all.bin(), all.correlation(), rows));
    }

    private static final class Sums {
        private long count;
        private double spread;
        private double error;
        private double spreadSquares;
        private double errorSquares;
        private double products;

        void add(double newSpread, double newError) {
            count++;
            spread += newSpread;
            error += newError;
            spreadSquares += newSpread * newSpread;
            errorSquares += newError * newError;
            products += newSpread * newError;
        }

        SpreadBin bin() {
            return new SpreadBin(count, Math.sqrt(spreadSquares / count), Math.sqrt(errorSquares / count));
        }

        double correlation() {
            double covariance = products - spread * error / count;
            double variances = (spreadSquares - spread * spread / count) * (errorSquares - error * error / count);
            return variances > 0 ? covariance / Math.sqrt(variances) : 0;
        }
    }
}
