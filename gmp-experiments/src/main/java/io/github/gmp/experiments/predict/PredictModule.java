package io.github.gmp.experiments.predict;

import com.google.inject.AbstractModule;

/** Binds the use of trained models. */
public final class PredictModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ModelEvaluator.class);
        bind(ModelPredictor.class);
        bind(PredictionStream.class);
    }
}
