package io.github.gmp.runtime.features;

import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.progress.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** The end of the pipeline: writes rows, counts them, offers structures to the check of gradients, and shows how fast it goes. */
final class FeatureOutput implements Consumer<FeatureTask.Result> {
    private final Path output;
    private final FeatureSink sink;
    private final GradientCheck check;
    private final Progress progress;
    private final Consumer<String> hashes;
    private final long started = System.nanoTime();
    private int frames;
    private long atoms;

    /**
     * @param output what is written, for messages
     * @param sink receives the rows
     * @param check is offered every structure
     * @param hashes receives the hash of every structure, in their order
     * @param progress advanced by the bytes of the input that are done with
     */
    FeatureOutput(Path output, FeatureSink sink, GradientCheck check, Consumer<String> hashes, Progress progress) {
        this.output = output;
        this.sink = sink;
        this.check = check;
        this.hashes = hashes;
        this.progress = progress;
    }

    @Override
    public void accept(FeatureTask.Result result) {
        try {
            for (FrameRows rows : result.rows()) {
                if (rows.isFirst()) {
                    sink.beginFrame(rows.frame(), rows.atomsOfFrame());
                    frames++;
                    check.offer(rows.structure());
                }
                sink.write(rows.features(), rows.atomicNumbers());
                atoms += rows.atoms();
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(output, e);
        }
        result.hashes().forEach(hashes);
        progress.note(speed((System.nanoTime() - started) * 1e-9));
        progress.advance(result.inputBytes());
    }

    /** Structures per second say nothing while the first big one is on its way. */
    private String speed(double seconds) {
        return frames >= seconds
                ? String.format(Locale.ROOT, "%,.0f structures/s", frames / seconds)
                : String.format(Locale.ROOT, "%,d atoms, %,.0f atoms/s", atoms, atoms / seconds);
    }

    /** {@return the number of structures so far} */
    int frames() {
        return frames;
    }

    /** {@return the number of atoms so far} */
    long atoms() {
        return atoms;
    }
}
