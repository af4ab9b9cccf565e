package io.github.gmp.experiments.trial;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.runtime.progress.Progress;

import java.util.Locale;

/** Passes the epochs of a training on to its listener and to whoever watches. */
final class EpochReporter {
    private final TrialRequest request;
    private final Progress progress;
    private final long start = System.nanoTime();
    private boolean begun;

    EpochReporter(TrialRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    void tell(EpochRecord epoch) {
        int doneBefore = request.checkpoints().epochsDone();
        if (!begun) {
            begun = true;
            progress.skip(doneBefore);
        }
        request.onEpoch().epoch(epoch, (System.nanoTime() - start) * 1e-9);
        if (epoch.epoch() > doneBefore) {
            progress.advance(1);
        }
        progress.note(note(epoch));
    }

    private static String note(EpochRecord epoch) {
        String energy = String.format(
                Locale.ROOT, "epoch %d, validation MAE %.1f meV", epoch.epoch(), 1e3 * epoch.validationMae());
        return epoch.validationForceMae().isPresent()
                ? energy
                        + String.format(
                                Locale.ROOT,
                                ", %.1f meV/Å",
                                1e3 * epoch.validationForceMae().getAsDouble())
                : energy;
    }
}
