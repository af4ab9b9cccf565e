package io.github.gmp.experiments.evaluate;

import org.hipparchus.stat.correlation.SpearmansCorrelation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects spreads and errors of predictions, in the order of the structures and in bounded memory. */
final class SpreadSums {
    private final Sums all = new Sums();
    /** By the binary exponent of the spread. */
    private final Map<Integer, Sums> bins = new TreeMap<>();
    /** Ranks need the values; of this many at random a rank correlation is known to 0.003. */
    private final ReservoirSample<double[]> sample = new ReservoirSample<>(100_000);

    /**
     * @param spread standard deviation over the members
     * @param error absolute error of their mean
     */
    void add(double spread, double error) {
        all.add(spread, error);
        sample.add(new double[] {spread, error});
        bins.computeIfAbsent(Math.getExponent(spread), exponent -> new Sums()).add(spread, error);
    }

    /** {@return the calibration, if there were predictions} */
    Optional<SpreadCalibration> calibration() {
        if (all.count == 0) {
            return Optional.empty();
        }
        List<SpreadBin> rows = new ArrayList<>();
        bins.values().forEach(bin -> rows.add(bin.bin()));
        return Optional.of(new SpreadCalibration(all.bin(), all.correlation(), rankCorrelation(), rows));
    }

    private double rankCorrelation() {
        double[][] pairs = sample.items().toArray(double[][]::new);
        double[] spreads = Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray();
        double[] errors = Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray();
        if (!varies(spreads) || !varies(errors)) {
            return 0;
        }
        return new SpearmansCorrelation().correlation(spreads, errors);
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
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
