package io.github.gmp.runtime.predict;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.FrameReader;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.parallel.OrderedPipeline;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import io.github.gmp.runtime.progress.Run;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Predicts the structures of files of any size in their order: reading, predicting and using the predictions overlap, and only a few
 * structures per thread are in memory. Threads go over structures, or over the centers of one that is big.
 */
public final class PredictionStream {
    /** From so many blocks of centers per thread on, all threads work on a structure: then they all have work most of the time. */
    private static final int BLOCKS_PER_THREAD = 4;

    private final FrameStream frames;

    /** @param frames reads the files */
    @Inject
    public PredictionStream(FrameStream frames) {
        this.frames = frames;
    }

    /**
     * What to do.
     *
     * @param task its name, for the progress
     * @param model the model
     * @param files files of structures
     */
    public record Request(String task, TrainedModel model, List<Path> files) {}

    /** A portion with its predictions. */
    private record PredictedPortion(PredictionSource.Portion portion, List<Prediction> predictions) {}

    /**
     * Predicts all wanted structures of the files.
     *
     * @param request what to do
     * @param run threads, progress of the bytes of the files, and whether to stop
     * @param wanted which structures are predicted; asked in their order, by one thread at a time
     * @param receiver receives structures and predictions in the order of the structures, on one thread at a time
     * @throws GmpException if a file cannot be read, an element is unknown to the model, or a prediction is not finite; of several failures
     *     that of the first structure
     * @throws CancellationException if cancelled
     */
    public void run(
            Request request,
            Run run,
            Predicate<LabeledStructure> wanted,
            BiConsumer<LabeledStructure, Prediction> receiver) {
        int threads = run.threads();
        int big = threads == 1 ? Integer.MAX_VALUE : BLOCKS_PER_THREAD * threads * PartitionedEvaluation.BLOCK;
        try (FrameReader reader = frames.open(request.files())) {
            Progress progress = run.progress();
            progress.start(request.task(), reader.totalBytes(), ProgressUnit.MEGABYTES);
            PredictionSource source = new PredictionSource(reader, wanted, big, run.cancelled());
            Output output = new Output(receiver, progress);
            Optional<PredictionSource.Portion> shared = source.few();
            if (shared.isEmpty()) {
                shared = predictUntilBig(request, source, output, threads);
            }
            while (shared.isPresent()) {
                output.accept(predict(request.model(), shared.get(), threads));
                shared = predictUntilBig(request, source, output, threads);
            }
            progress.finish();
        }
    }

    /** {@return the big structure that comes next, if there is one} */
    private static Optional<PredictionSource.Portion> predictUntilBig(
            Request request, PredictionSource source, Output output, int threads) {
        OrderedPipeline.run(source, portion -> predict(request.model(), portion, 1), output::accept, threads);
        return source.big();
    }

    private static PredictedPortion predict(TrainedModel model, PredictionSource.Portion portion, int threads) {
        return new PredictedPortion(
                portion, Predictions.predict(model.potential(), model.featureRanges(), portion.frames(), threads));
    }

    /** The end of the pipeline. */
    private static final class Output {
        private final BiConsumer<LabeledStructure, Prediction> receiver;
        private final Progress progress;
        private final long started = System.nanoTime();
        private long structures;

        Output(BiConsumer<LabeledStructure, Prediction> receiver, Progress progress) {
            this.receiver = receiver;
            this.progress = progress;
        }

        void accept(PredictedPortion predicted) {
            List<LabeledStructure> received = predicted.portion().frames();
            for (int s = 0; s < received.size(); s++) {
                receiver.accept(received.get(s), predicted.predictions().get(s));
            }
            structures += received.size();
            progress.note(String.format(
                    Locale.ROOT,
                    "%,d structures, %,.0f/s",
                    structures,
                    structures / Math.max(1e-9, (System.nanoTime() - started) * 1e-9)));
            progress.advance(predicted.portion().inputBytes());
        }
    }
}
