package io.github.gmp.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.testkit.RecordedCheckpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What has to hold of a training that goes on after an interruption. */
public final class Resumption {
    private Resumption() {}

    /** A training. */
    @FunctionalInterface
    public interface Training {
        /**
         * {@return what it comes to}
         *
         * @param checkpoints where it begins and what it keeps
         * @param onEpoch told about every epoch
         */
        TrainingResult run(Checkpoints checkpoints, Consumer<EpochRecord> onEpoch);
    }

    /**
     * Resumes a training after each of its epochs: it has to end the same, and to keep the same from there on.
     *
     * @param training the training
     * @param whole what it came to without interruption
     * @param saved what it kept after each epoch
     */
    public static void assertEndsTheSame(Training training, TrainingResult whole, List<ModelState> saved) {
        for (int epoch = 1; epoch <= saved.size(); epoch++) {
            List<EpochRecord> told = new ArrayList<>();
            RecordedCheckpoints rest = RecordedCheckpoints.from(saved.get(epoch - 1));

            TrainingResult resumed = training.run(rest, told::add);

            assertThat(resumed.regressor().state())
                    .as("resumed after epoch %d", epoch)
                    .isEqualTo(whole.regressor().state());
            assertThat(resumed.history()).isEqualTo(whole.history()).isEqualTo(told);
            assertThat(resumed.notes()).isEqualTo(whole.notes());
            // Everything, the state of the optimizer too: not only what has been best so far.
            assertThat(rest.saved()).isEqualTo(saved.subList(epoch, saved.size()));
        }
    }
}
