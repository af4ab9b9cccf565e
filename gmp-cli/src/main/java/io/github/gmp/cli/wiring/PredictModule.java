package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import io.github.gmp.experiments.evaluate.ModelEvaluator;
import io.github.gmp.runtime.predict.ModelPredictor;
import io.github.gmp.runtime.predict.PredictionStream;

/** Binds the use of trained models. */
public final class PredictModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ModelEvaluator.class);
        bind(ModelPredictor.class);
        bind(PredictionStream.class);
    }
}
