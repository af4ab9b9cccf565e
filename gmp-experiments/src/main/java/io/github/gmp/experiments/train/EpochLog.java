package io.github.gmp.experiments.train;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.json.Json;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of JSON per epoch, written as epochs end, so that a run can be watched. What an earlier run left is replaced when the first line is
 * written: a training that goes on tells of the epochs before its checkpoint again, with the times that they had.
 */
final class EpochLog implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(EpochLog.class);

    private final Path file;
    private final Checkpoints checkpoints;
    private final List<CurvePoint> curve = new ArrayList<>();
    private Map<Integer, Double> earlier = Map.of();
    private Optional<BufferedWriter> writer = Optional.empty();

    EpochLog(Path file, Checkpoints checkpoints) {
        this.file = file;
        this.checkpoints = checkpoints;
    }

    /** Replaces what is there by an empty file. */
    void begin() {
        try {
            writer = Optional.of(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    /**
     * @param epoch the epoch
     * @param seconds of this session until its end
     */
    void write(EpochRecord epoch, double seconds) {
        if (writer.isEmpty()) {
            earlier = secondsOfEarlierSession();
            begin();
        }
        CurvePoint point = new CurvePoint(epoch, total(epoch.epoch(), seconds));
        curve.add(point);
        try {
            writer.get().write(Json.line(EpochLine.of(point)) + "\n");
            writer.get().flush();
        } catch (IOException e) {
            throw AtomicFile.unwritable(file, e);
        }
    }

    /** {@return all epochs so far} */
    List<CurvePoint> curve() {
        return List.copyOf(curve);
    }

    private OptionalDouble total(int epoch, double seconds) {
        if (epoch > checkpoints.epochsDone()) {
            double before = earlier.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            return OptionalDouble.of(before + seconds);
        }
        return earlier.containsKey(epoch) ? OptionalDouble.of(earlier.get(epoch)) : OptionalDouble.empty();
    }

    /** Of the epochs that this session tells of again; the others are trained again. */
    private Map<Integer, Double> secondsOfEarlierSession() {
        Map<Integer, Double> seconds = new HashMap<>();
        if (checkpoints.epochsDone() == 0 || !Files.exists(file)) {
            return seconds;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                Json.find(EpochLine.class, line)
                        .filter(known -> known.epoch() <= checkpoints.epochsDone())
                        .ifPresent(known -> known.seconds().ifPresent(time -> seconds.put(known.epoch(), time)));
            }
        } catch (IOException e) {
            LOG.debug("{}: times of earlier epochs are incomplete: {}", file, e.getMessage());
        }
        return seconds;
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
