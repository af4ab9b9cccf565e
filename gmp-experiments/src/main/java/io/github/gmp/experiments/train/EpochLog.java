package io.github.gmp.experiments.train;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.PlainJson;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of JSON per epoch, written as epochs end, so that a run can be watched. What an earlier run left is replaced when the first line is
 * written: a training that goes on tells of the epochs before its checkpoint again.
 */
final class EpochLog implements AutoCloseable {
    private final Path file;
    private Optional<BufferedWriter> writer = Optional.empty();

    EpochLog(Path file) {
        this.file = file;
    }

    /** Replaces what is there by an empty file. */
    void begin() {
        try {
            writer = Optional.of(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    void write(EpochRecord epoch) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("epoch", epoch.epoch());
        line.put("trainingLoss", finite(epoch.trainingLoss()));
        line.put("trainingMae", finite(epoch.trainingMae()));
        line.put("validationMae", finite(epoch.validationMae()));
        epoch.validationForceMae().ifPresent(mae -> line.put("validationForceMae", finite(mae)));
        line.put("learningRate", finite(epoch.learningRate()));
        line.values().removeIf(Optional.empty()::equals);
        if (writer.isEmpty()) {
            begin();
        }
        try {
            writer.get().write(PlainJson.line(line) + "\n");
            writer.get().flush();
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    /** JSON has no NaN: such a value is left out. */
    private static Object finite(double value) {
        return Double.isFinite(value) ? value : Optional.empty();
    }

    @Override
    public void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }
}
