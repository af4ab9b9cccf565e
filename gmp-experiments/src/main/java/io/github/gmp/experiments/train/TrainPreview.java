package io.github.gmp.experiments.train;

import io.github.gmp.experiments.trial.TrialEstimate;

import java.util.List;

/**
 * What a sample tells of a training before it begins.
 *
 * @param estimate memory and times
 * @param warnings what is wrong with the features
 */
public record TrainPreview(TrialEstimate estimate, List<String> warnings) {
    /** Copies the list. */
    public TrainPreview {
        warnings = List.copyOf(warnings);
    }
}
