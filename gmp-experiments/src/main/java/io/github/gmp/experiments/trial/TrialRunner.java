package io.github.gmp.experiments.trial;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.progress.Progress;

/** Runs trials: features, fit, errors on the three sets. Keeps nothing between runs. */
public final class TrialRunner {
    private final FeatureProvider features;

    /** @param features where features come from unless a call says otherwise */
    public TrialRunner(FeatureProvider features) {
        this.features = features;
    }

    /**
     * @param request what to train
     * @return what it came to
     * @throws GmpException if the configuration or the data cannot be trained on
     */
    public TrialResult run(TrialRequest request) {
        return run(request, features, Progress.silent());
    }

    /**
     * @param request what to train
     * @param provider where features come from, e.g. a cache
     * @param progress told about every structure featurized
     * @return what it came to
     * @throws GmpException if the configuration or the data cannot be trained on
     */
    public TrialResult run(TrialRequest request, FeatureProvider provider, Progress progress) {
        throw new UnsupportedOperationException("in work");
    }
}
