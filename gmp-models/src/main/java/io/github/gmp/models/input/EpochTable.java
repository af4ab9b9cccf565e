package io.github.gmp.models.input;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The epochs of a training as tensors: {@code history [epochs][4]} with loss, training MAE, validation MAE and learning rate; {@code
 * history-forces [1][epochs]} where there are forces. Epochs are counted from 1 without a gap.
 */
public final class EpochTable {
    private static final String HISTORY = "history";
    private static final String FORCES = "history-forces";
    private static final int COLUMNS = 4;

    private EpochTable() {}

    /**
     * @param history the epochs
     * @param state receives the tensors
     */
    public static void write(List<EpochRecord> history, ModelState.Builder state) {
        state.tensor(
                HISTORY,
                Matrix.wrap(
                        history.size(),
                        COLUMNS,
                        history.stream()
                                .flatMapToDouble(epoch -> DoubleStream.of(
                                        epoch.trainingLoss(),
                                        epoch.trainingMae(),
                                        epoch.validationMae(),
                                        epoch.learningRate()))
                                .toArray()));
        if (history.stream().allMatch(epoch -> epoch.validationForceMae().isPresent())) {
            state.vector(
                    FORCES,
                    history.stream()
                            .mapToDouble(epoch -> epoch.validationForceMae().getAsDouble())
                            .toArray());
        }
    }

    /**
     * {@return the epochs}
     *
     * @param reader reads a state that {@link #write} added to
     * @param epochs number of epochs
     * @throws DataException if the tensors are not those of so many epochs
     */
    public static List<EpochRecord> read(StateReader reader, int epochs) {
        double[] numbers = reader.tensor(HISTORY, epochs, COLUMNS);
        Optional<double[]> forces =
                reader.hasTensor(FORCES) ? Optional.of(reader.tensor(FORCES, 1, epochs)) : Optional.empty();
        List<EpochRecord> history = new ArrayList<>();
        for (int e = 0; e < epochs; e++) {
            int row = e * COLUMNS;
            history.add(new EpochRecord(
                    e + 1,
                    numbers[row],
                    numbers[row + 1],
                    numbers[row + 2],
                    forces.isPresent() ? OptionalDouble.of(forces.get()[e]) : OptionalDouble.empty(),
                    numbers[row + 3]));
        }
        return history;
    }
}
