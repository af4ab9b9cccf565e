package io.github.gmp.experiments.train;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.Durability;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.model.Checkpoint;
import io.github.gmp.runtime.model.CheckpointFile;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The checkpoints of a training in the folder of its run: the latest one and one before, of which one is whole at any moment. A latest one
 * that is damaged is passed over with a warning.
 *
 * <p>Forcing a file to the disk takes longer than an epoch of a small network. So the latest checkpoint is that of the last epoch, but forced
 * only if the one before is older than a second, and takes its place only if it was forced: a killed process loses the epoch in flight, a
 * power cut a second more.
 */
public final class CheckpointFolder implements Checkpoints {
    /** Name of the latest checkpoint. */
    static final String LATEST = "checkpoint.gmp";

    /** Name of the one before. */
    static final String PREVIOUS = "checkpoint-previous.gmp";

    private static final Logger LOG = LogManager.getLogger(CheckpointFolder.class);
    private static final long FORCED_EVERY_NANOSECONDS = 1_000_000_000L;
    private static final String WAYS_OUT = "choose another folder with --out, or start again with --overwrite";

    /** A checkpoint and where it was read. */
    private record Found(Path file, Checkpoint checkpoint) {}

    private final Path latest;
    private final Path previous;
    private final Map<String, Object> training;
    private final TrainStart start;
    private final LongSupplier nanoseconds;
    private final Deque<Path> candidates = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<Found> found = Optional.empty();
    private OptionalLong lastForced = OptionalLong.empty();
    private boolean latestIsSafe = true;
    private int epochsDone;

    private CheckpointFolder(
            RunDirectory directory, Map<String, Object> training, TrainStart start, LongSupplier nanoseconds) {
        this.latest = directory.file(LATEST);
        this.previous = directory.file(PREVIOUS);
        this.training = training;
        this.start = start;
        this.nanoseconds = nanoseconds;
    }

    /**
     * {@return the checkpoints}
     *
     * @param directory the folder
     * @param training what the training depends on, as plain data read from JSON
     * @param start what to do about checkpoints that are there
     * @param nanoseconds a clock
     * @throws DataException if there are some and {@code start} is {@link TrainStart#NEW}, or they are damaged or those of another training
     *     and it is {@link TrainStart#RESUME}
     */
    static CheckpointFolder open(
            RunDirectory directory, Map<String, Object> training, TrainStart start, LongSupplier nanoseconds) {
        CheckpointFolder folder = new CheckpointFolder(directory, training, start, nanoseconds);
        if (start == TrainStart.NEW && folder.hasAny()) {
            throw new DataException(
                    directory.path() + ": a training was begun here before; continue it with --resume, " + WAYS_OUT);
        }
        folder.removeLeftovers(directory.path());
        if (start == TrainStart.RESUME) {
            for (Path file : List.of(folder.latest, folder.previous)) {
                if (Files.exists(file)) {
                    folder.candidates.add(file);
                }
            }
            folder.found = folder.next();
        }
        return folder;
    }

    /** {@return the epoch to go on after; empty if the training begins with the first} */
    public Optional<Integer> epoch() {
        return found.map(one -> one.checkpoint().epoch());
    }

    /** {@return whether there is something that a later run can go on from} */
    public boolean hasAny() {
        return Files.exists(latest) || Files.exists(previous);
    }

    @Override
    public <T> Optional<T> latest(Function<ModelState, T> reader) {
        if (start != TrainStart.RESUME) {
            // Only now: whatever failed until here has cost nobody a checkpoint.
            remove();
        }
        while (found.isPresent()) {
            try {
                T state = reader.apply(found.get().checkpoint().state());
                epochsDone = found.get().checkpoint().epoch();
                return Optional.of(state);
            } catch (GmpException e) {
                problems.add(found.get().file() + ": " + e.getMessage());
                found = next();
            }
        }
        return Optional.empty();
    }

    @Override
    public int epochsDone() {
        return epochsDone;
    }

    @Override
    public void save(int epoch, Supplier<ModelState> state) {
        // The state is in memory twice while it is written; the one that the run began from need not be there as well.
        found = Optional.empty();
        try {
            if (latestIsSafe && Files.exists(latest)) {
                Files.move(latest, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(previous, e);
        }
        long now = nanoseconds.getAsLong();
        latestIsSafe = lastForced.isEmpty() || now - lastForced.getAsLong() >= FORCED_EVERY_NANOSECONDS;
        if (latestIsSafe) {
            lastForced = OptionalLong.of(now);
        }
        CheckpointFile.save(
                new Checkpoint(epoch, training, state.get()),
                latest,
                latestIsSafe ? Durability.SYSTEM : Durability.PROCESS);
    }

    /** Removes the checkpoints: the training is finished, or begins anew. */
    void remove() {
        for (Path file : List.of(latest, previous)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw AtomicFile.unwritable(file, e);
            }
        }
    }

    /** The next checkpoint that can be read; empty if there has never been one. */
    private Optional<Found> next() {
        while (!candidates.isEmpty()) {
            Path file = candidates.remove();
            Checkpoint checkpoint;
            try {
                checkpoint = CheckpointFile.load(file);
            } catch (DataException e) {
                problems.add(e.getMessage());
                continue;
            }
            requireSame(file, checkpoint);
            latestIsSafe = file.equals(latest);
            problems.forEach(
                    problem -> LOG.warn("{}; going on from {} (epoch {}) instead", problem, file, checkpoint.epoch()));
            return Optional.of(new Found(file, checkpoint));
        }
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        throw new DataException(
                "there is no checkpoint to go on from:\n  " + String.join("\n  ", problems) + "\n" + WAYS_OUT);
    }

    private void requireSame(Path file, Checkpoint checkpoint) {
        List<String> differences = PlainDifferences.between(checkpoint.training(), training);
        if (!differences.isEmpty()) {
            throw new DataException(file + ": belongs to a training that differs from this one:\n  "
                    + String.join("\n  ", differences) + "\ngo on with what it was begun with, " + WAYS_OUT);
        }
    }

    /**
     * What is left of checkpoints that were being written when a process was killed, by whatever version and on whatever machine: as large as
     * the state. The folder is locked: nobody is writing now.
     */
    private void removeLeftovers(Path folder) {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "." + LATEST + ".*.tmp")) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException e) {
            throw AtomicFile.unwritable(latest, e);
        }
    }
}
