package io.github.gmp.experiments.trial;

import io.github.gmp.experiments.report.Numbers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a trial will take, from counts and from what was measured on a sample.
 *
 * @param features number of features
 * @param atoms number of atoms of the three sets
 * @param geometryBytes what neighbor lists and moments of training and validation set take, if derivatives are trained on
 * @param geometryBudget what there is for them
 * @param heapBytes what Java may use
 * @param featurizeSeconds how long the features will take on the threads asked for
 * @param secondsPerAtom processor time of the features of an atom, measured
 * @param sampleAtoms number of atoms that it was measured on
 * @param threads number of threads that are of use
 * @param epochs number of epochs at most; empty for regressors that are solved in one step
 * @param sampleFit how long the training takes by a sample, if it was measured
 */
public record TrialEstimate(
        int features,
        long atoms,
        Optional<Long> geometryBytes,
        long geometryBudget,
        long heapBytes,
        double featurizeSeconds,
        double secondsPerAtom,
        long sampleAtoms,
        int threads,
        OptionalInt epochs,
        Optional<SampleFit> sampleFit) {
    /**
     * A training on a sample.
     *
     * @param structures number of structures of the sample
     * @param seconds of an epoch of the whole training set, or of the whole training if it has no epochs: that of the sample times the
     *     ratio of their sizes
     */
    public record SampleFit(int structures, double seconds) {}

    /** {@return what the features take} */
    public long featureBytes() {
        return Double.BYTES * atoms * features;
    }

    /** {@return the estimate in words, by name} */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("memory", memory());
        facts.put(
                "time of features",
                String.format(
                        Locale.ROOT,
                        "about %s: %s atoms, %s threads, %.3g µs per atom and thread (measured on %s atoms)",
                        Numbers.duration(featurizeSeconds),
                        Numbers.count(atoms),
                        threads,
                        1e6 * secondsPerAtom,
                        Numbers.count(sampleAtoms)));
        facts.put("time of training", training());
        return facts;
    }

    private String memory() {
        String geometry = "";
        if (geometryBytes.isPresent()) {
            long bytes = geometryBytes.get();
            geometry = "; neighbor lists and moments about " + Numbers.megabytes(bytes)
                    + (bytes <= geometryBudget
                            ? ", kept from epoch to epoch"
                            : String.format(
                                    Locale.ROOT,
                                    ", of which %s (%.0f %%) are kept from epoch to epoch and the rest computed in each",
                                    Numbers.megabytes(geometryBudget),
                                    100.0 * geometryBudget / bytes));
        }
        return "features " + Numbers.megabytes(featureBytes()) + geometry + "; Java may use "
                + Numbers.megabytes(heapBytes);
    }

    private String training() {
        if (epochs.isEmpty()) {
            return sampleFit
                    .map(fit -> "at most about " + Numbers.duration(fit.seconds()) + ", solved in one step (by "
                            + fit.structures() + " structures)")
                    .orElse("solved in one step; --dry-run estimates it");
        }
        return sampleFit
                .map(fit -> "about " + Numbers.duration(epochs.getAsInt() * fit.seconds()) + ": up to "
                        + Numbers.count(epochs.getAsInt()) + " epochs of about " + Numbers.duration(fit.seconds())
                        + " (measured by training on " + fit.structures() + " structures)")
                .orElse("up to " + Numbers.count(epochs.getAsInt())
                        + " epochs; what is left is shown from the first one on (--dry-run estimates it)");
    }
}
