package io.github.gmp.cli.wiring;

import com.google.inject.AbstractModule;
import io.github.gmp.experiments.evaluate.Evaluate;
import io.github.gmp.runtime.predict.Predict;
import io.github.gmp.runtime.predict.PredictionStream;

/** Binds the use of trained models. */
public final class PredictModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Evaluate.class);
        bind(Predict.class);
        bind(PredictionStream.class);
    }
}
