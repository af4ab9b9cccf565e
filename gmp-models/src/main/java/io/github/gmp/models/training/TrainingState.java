package io.github.gmp.models.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.models.input.EpochTable;
import io.github.gmp.models.input.StoredStates;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.optimizer.LearningRate;
import io.github.gmp.models.optimizer.MovingAverage;
import io.github.gmp.models.optimizer.Optimizer;
import io.github.gmp.models.optimizer.Resumable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that changes from epoch to epoch of a training run, as it is used and as plain data. Of the random numbers only the seed is stored: the
 * order of structures in epoch n follows from it by n shuffles.
 *
 * <p>Tensors: {@code parameters} and {@code best-parameters [1][parameters]}; {@code statistics} and {@code best-statistics}
 * likewise; {@code best-score [1][1]}; the history ({@link EpochTable}); {@code optimizer.NAME}, {@code learning-rate.NAME} and {@code average.NAME [1][…]}.
 */
final class TrainingState {
    private static final String TYPE = "network training";
    private static final String EPOCH = "epoch";
    private static final String BEST_EPOCH = "best-epoch";

    private final long seed;
    private final NetworkShape shape;
    private final double[] parameters;
    private final double[] statistics;
    private final Optimizer optimizer;
    private final LearningRate learningRate;
    private final Optional<MovingAverage> average;
    private final List<EpochRecord> history = new ArrayList<>();
    private final double[] bestParameters;
    private final double[] bestStatistics;
    private final double[] bestScore = {Double.POSITIVE_INFINITY};
    private int bestEpoch;

    /**
     * @param seed seed of the run
     * @param shape shape of each network
     * @param parameters the live parameters
     * @param statistics the live running statistics of batch normalization
     * @param optimizer the live optimizer
     * @param learningRate the live learning rate
     * @param average average of the parameters, if there is one
     */
    TrainingState(
            long seed,
            NetworkShape shape,
            double[] parameters,
            double[] statistics,
            Optimizer optimizer,
            LearningRate learningRate,
            Optional<MovingAverage> average) {
        this.seed = seed;
        this.shape = shape;
        this.parameters = parameters;
        this.statistics = statistics;
        this.optimizer = optimizer;
        this.learningRate = learningRate;
        this.average = average;
        this.bestParameters = parameters.clone();
        this.bestStatistics = statistics.clone();
    }

    Optimizer optimizer() {
        return optimizer;
    }

    LearningRate learningRate() {
        return learningRate;
    }

    Optional<MovingAverage> average() {
        return average;
    }

    /** The weights that are validated and kept. */
    double[] candidate() {
        return average.map(MovingAverage::values).orElse(parameters);
    }

    /** Number of epochs done. */
    int epochs() {
        return history.size();
    }

    List<EpochRecord> history() {
        return history;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    double[] bestParameters() {
        return bestParameters;
    }

    double[] bestStatistics() {
        return bestStatistics;
    }

    /** @param score what weights are chosen by, the smaller the better */
    void endEpoch(EpochRecord epoch, double score) {
        history.add(epoch);
        learningRate.observe(score);
        if (score < bestScore[0]) {
            bestScore[0] = score;
            bestEpoch = epoch.epoch();
            copy(candidate(), bestParameters);
            copy(statistics, bestStatistics);
        }
    }

    /** {@return copies of everything} */
    ModelState write() {
        ModelState.Builder state = ModelState.builder()
                .type(TYPE)
                .integer(StoredStates.SEED, seed)
                .integer(EPOCH, epochs())
                .integer(BEST_EPOCH, bestEpoch);
        arrays().forEach(state::vector);
        resumables()
                .forEach((owner, resumable) ->
                        resumable.state().forEach((name, array) -> state.vector(owner + "." + name, array)));
        EpochTable.write(history, state);
        return state.build();
    }

    /**
     * Goes back to a state. After an exception this object is of no use until another state has been restored.
     *
     * @param mostEpochs epochs of the whole run
     * @throws DataException if the state is not one of a run with this seed and these networks
     */
    void restore(ModelState state, int mostEpochs) {
        StateReader reader = StoredStates.training(state, TYPE, seed);
        int epochs = reader.integer(EPOCH, 1, mostEpochs);
        bestEpoch = reader.integer(BEST_EPOCH, 1, epochs);
        arrays().forEach((name, array) -> copy(reader.tensor(name, 1, array.length), array));
        NetworkStates.requireVariances(shape, statistics);
        NetworkStates.requireVariances(shape, bestStatistics);
        resumables().forEach((owner, resumable) -> {
            Map<String, double[]> stored = new LinkedHashMap<>();
            resumable
                    .state()
                    .forEach((name, array) -> stored.put(name, reader.tensor(owner + "." + name, 1, array.length)));
            resumable.restore(stored);
        });
        List<EpochRecord> stored = EpochTable.read(reader, epochs);
        history.clear();
        history.addAll(stored);
    }

    private Map<String, double[]> arrays() {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("parameters", parameters);
        arrays.put("best-parameters", bestParameters);
        arrays.put("statistics", statistics);
        arrays.put("best-statistics", bestStatistics);
        arrays.put("best-score", bestScore);
        return arrays;
    }

    private Map<String, Resumable> resumables() {
        Map<String, Resumable> resumables = new LinkedHashMap<>();
        resumables.put("optimizer", optimizer);
        resumables.put("learning-rate", learningRate);
        average.ifPresent(present -> resumables.put("average", present));
        return resumables;
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
