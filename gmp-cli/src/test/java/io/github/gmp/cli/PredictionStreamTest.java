package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.parallel.OrderedPipeline;
import io.github.gmp.runtime.predict.PredictionStream;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

class PredictionStreamTest {
    private static final int FRAMES = 900;
    /** More than four blocks of centers for each of two threads. */
    private static final int BIG = 2100;

    @TempDir
    static Path folder;

    private static TrainedModel model;
    private static Path many;

    @BeforeAll
    static void train() throws IOException {
        MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("morse.extxyz"));
        Path config = Files.writeString(folder.resolve("train.yaml"), """
                name: morse
                data: {files: [morse.extxyz], split: {validation: 5, test: 5}}
                descriptor: {type: gmp, radial: {type: gaussian, sigmas: [0.5, 1.0]}, cutoff: {type: smooth, radius: 3.0}}
                regressor: {type: ridge}
                """);
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        "train",
                        "--config",
                        config.toString(),
                        "--out",
                        folder.resolve("run").toString(),
                        "--quiet");
        assertThat(code).isZero();
        model = CliTestHost.get(ModelFile.class).load(folder.resolve("run/model.gmp"));
        many = MorseMolecules.write(MorseMolecules.frames(FRAMES, 8), "", folder.resolve("many.extxyz"));
    }

    /** Atoms on a shaken lattice. */
    private static void appendBig(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        StringBuilder text = new StringBuilder(BIG + "\nProperties=species:S:1:pos:R:3 energy=1.0\n");
        for (int i = 0; i < BIG; i++) {
            text.append("OCH".charAt(i % 3));
            for (int index : new int[] {i % 16, i / 16 % 16, i / 256}) {
                text.append(' ').append(1.7 * index + random.nextDouble(-0.2, 0.2));
            }
            text.append('\n');
        }
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private record Received(long frame, double energy) {}

    private static List<Received> run(Path file, int threads) {
        List<Received> received = new ArrayList<>();
        CliTestHost.get(PredictionStream.class)
                .run(
                        new PredictionStream.Request("predicting", model, List.of(file)),
                        new Run(threads, Progress.silent(), () -> false),
                        frame -> frame.source().frame() % 10 != 0,
                        (frame, prediction) -> received.add(new Received(
                                frame.source().frame(), prediction.evaluation().energy())));
        return received;
    }

    private static List<Long> wanted(int frames) {
        return LongStream.rangeClosed(1, frames)
                .filter(frame -> frame % 10 != 0)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theOrderIsThatOfTheFilesAndThreadsChangeNothing(int threads) {
        List<Received> one = run(many, 1);
        assertThat(one).extracting(Received::frame).isEqualTo(wanted(FRAMES));
        assertThat(one.stream().map(Received::energy).distinct()).hasSizeGreaterThan(FRAMES / 2);
        assertThat(run(many, threads)).isEqualTo(one);
    }

    @Test
    void bigStructuresAmongSmallOnesKeepTheirPlaces() throws IOException {
        Path mixed = folder.resolve("mixed.extxyz");
        Files.copy(many, mixed);
        appendBig(mixed);
        appendBig(mixed);
        Files.writeString(mixed, Files.readString(many), StandardOpenOption.APPEND);
        List<Received> two = run(mixed, 2);
        assertThat(two).extracting(Received::frame).isEqualTo(wanted(2 * FRAMES + 2));
        assertThat(run(mixed, 1)).isEqualTo(two);
        Path only = Files.writeString(folder.resolve("only.extxyz"), "");
        appendBig(only);
        assertThat(run(only, 2)).hasSize(1);
        assertThat(run(only, 2).get(0).energy())
                .isEqualTo(two.stream()
                        .filter(one -> one.frame() == FRAMES + 1)
                        .findFirst()
                        .orElseThrow()
                        .energy());
    }

    /** However long the file: portions of 64 molecules of four atoms, and what was read to find out whether it is long. */
    @Test
    void fewStructuresAreInMemory() {
        int threads = 2;
        AtomicInteger read = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        CliTestHost.get(PredictionStream.class)
                .run(
                        new PredictionStream.Request("predicting", model, List.of(many, many, many)),
                        new Run(threads, Progress.silent(), () -> false),
                        frame -> {
                            most.accumulateAndGet(read.incrementAndGet() - received.get(), Math::max);
                            return true;
                        },
                        (frame, prediction) -> received.incrementAndGet());
        assertThat(received).hasValue(3 * FRAMES);
        assertThat(most.get()).isLessThanOrEqualTo(64 * (OrderedPipeline.mostWaiting(threads) + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureNamesTheFrameAndAllBeforeItWereReceived(int threads) throws IOException {
        Path file = folder.resolve("bad-" + threads + ".extxyz");
        Files.copy(many, file);
        Files.writeString(file, "2\nProperties=species:S:1:pos:R:3\nS 0 0 0\nH 0 0 1.3\n", StandardOpenOption.APPEND);
        Files.writeString(file, Files.readString(many), StandardOpenOption.APPEND);
        List<LabeledStructure> received = new ArrayList<>();
        assertThatThrownBy(() -> CliTestHost.get(PredictionStream.class)
                        .run(
                                new PredictionStream.Request("predicting", model, List.of(file)),
                                new Run(threads, Progress.silent(), () -> false),
                                frame -> true,
                                (frame, prediction) -> received.add(frame)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ", frame 901: the regressor was not trained on element S (trained on H, C, O)");
        // The portion of the frame is lost as a whole.
        assertThat(received).hasSizeBetween(FRAMES - 64, FRAMES);
    }

    @Test
    void stopsWhenCancelled() {
        AtomicInteger received = new AtomicInteger();
        assertThatThrownBy(() -> CliTestHost.get(PredictionStream.class)
                        .run(
                                new PredictionStream.Request("predicting", model, List.of(many)),
                                new Run(2, Progress.silent(), () -> received.get() >= 100),
                                frame -> true,
                                (frame, prediction) -> received.incrementAndGet()))
                .isInstanceOf(CancellationException.class);
        assertThat(received.get()).isLessThan(FRAMES);
    }
}
