package io.github.gmp.api.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.state.ModelState;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes trainers from their configuration, and regressors from their state alone: a model that was saved outlives every key of the
 * configuration it was trained with.
 *
 * @param <C> the configuration of a trainer
 */
public interface RegressorFactory<C extends Record> extends ComponentFactory<C, RegressorTrainer> {
    /**
     * A factory of trainers that can restore what they train.
     *
     * @param factory makes the trainers
     * @param restorer restores a regressor, as {@link #restore} says
     * @param <C> the configuration of a trainer
     * @return the factory
     */
    static <C extends Record> RegressorFactory<C> of(
            ComponentFactory<C, RegressorTrainer> factory,
            BiFunction<ModelState, Function<ModelState, Regressor>, Regressor> restorer) {
        return new RegressorFactory<>() {
            @Override
            public String name() {
                return factory.name();
            }

            @Override
            public String description() {
                return factory.description();
            }

            @Override
            public Class<C> configType() {
                return factory.configType();
            }

            @Override
            public Map<String, Map<String, Object>> presets() {
                return factory.presets();
            }

            @Override
            public RegressorTrainer create(C config, ComponentContext context) {
                return factory.create(config, context);
            }

            @Override
            public Regressor restore(ModelState state, Function<ModelState, Regressor> members) {
                return restorer.apply(state, members);
            }

            @Override
            public String toString() {
                return factory.toString();
            }
        };
    }

    @Override
    default ComponentKind<RegressorTrainer> kind() {
        return RegressorTrainer.KIND;
    }

    @Override
    default RegressorFactory<C> withPresets(Map<String, Map<String, Object>> presets) {
        return of(ComponentFactory.super.withPresets(presets), this::restore);
    }

    /**
     * Restores a regressor that a trainer of this factory trained, whatever its configuration was.
     *
     * @param state what {@link Regressor#state} returned, of this or an earlier version
     * @param members restores a regressor within this one, by the type that its state names; only for regressors made of others
     * @return the same regressor
     * @throws DataException if the state is not one of such a regressor; the message names what is missing or does not fit
     * @throws GmpException if it cannot be restored here
     */
    Regressor restore(ModelState state, Function<ModelState, Regressor> members);
}
