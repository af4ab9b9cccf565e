package io.github.gmp.experiments.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.state.ModelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

class EpochLogTest {
    @TempDir
    Path folder;

    /** Two sessions: 3 epochs, of which 2 are in the checkpoint, then 2 more. */
    @Test
    void aSecondSessionGoesOnWithTheTimesOfTheFirst() throws IOException {
        Path file = folder.resolve("train.jsonl");
        try (EpochLog log = new EpochLog(file, after(0))) {
            log.begin();
            log.write(epoch(1), 1.5);
            log.write(epoch(2), 2.25);
            log.write(epoch(3), 3);
        }
        // Killed in the middle of a line.
        Files.writeString(file, Files.readString(file) + "{\"epoch\":4,\"tra");
        try (EpochLog log = new EpochLog(file, after(2))) {
            log.write(epoch(1), 0.01);
            log.write(epoch(2), 0.01);
            log.write(epoch(3), 1);
            log.write(epoch(4), 2);
            assertThat(log.curve())
                    .extracting(CurvePoint::seconds)
                    .containsExactly(seconds(1.5), seconds(2.25), seconds(3.25), seconds(4.25));
        }
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .last()
                .isEqualTo("{\"epoch\":4,\"trainingLoss\":0.25,"
                        + "\"trainingMae\":0.5,\"validationMae\":0.75,\"learningRate\":0.001,\"seconds\":4.25}");
    }

    @Test
    void withoutTheTimesOfTheFirstSessionThoseEpochsHaveNone() {
        try (EpochLog log = new EpochLog(folder.resolve("train.jsonl"), after(1))) {
            log.write(epoch(1), 0.01);
            log.write(epoch(2), 1);
            assertThat(log.curve()).extracting(CurvePoint::seconds).containsExactly(OptionalDouble.empty(), seconds(1));
        }
    }

    private static OptionalDouble seconds(double value) {
        return OptionalDouble.of(value);
    }

    private static EpochRecord epoch(int number) {
        return new EpochRecord(number, 0.25, 0.5, 0.75, OptionalDouble.empty(), 0.001);
    }

    private static Checkpoints after(int epochs) {
        return new Checkpoints() {
            @Override
            public <T> Optional<T> latest(Function<ModelState, T> reader) {
                return Optional.empty();
            }

            @Override
            public void save(int epoch, Supplier<ModelState> state) {}

            @Override
            public int epochsDone() {
                return epochs;
            }
        };
    }
}
