package io.github.gmp.experiments.compare;

import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.TemporaryNames;
import io.github.gmp.runtime.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The finished trials of a run directory, one JSON file each, in the folder {@code trials}. A file is written as soon as its trial is
 * finished, appears whole or not at all, and is believed only if key and checksum fit.
 */
final class TrialStore {
    /** A file larger than this is not one of ours. */
    private static final long LARGEST_FILE = 256L << 20;

    private static final int VERSION = 1;

    private final Path folder;
    private final Consumer<String> notes;

    /**
     * What is in a file.
     *
     * @param key see {@link TrialKey#hash}
     * @param sha256 checksum of the trial
     * @param trial the trial
     * @param version version of the document; files of the first version may not say it
     */
    private record Envelope(String key, String sha256, TrialDocument trial, OptionalInt version) {}

    /**
     * @param runDirectory where results go
     * @param notes told about files that cannot be used
     */
    TrialStore(Path runDirectory, Consumer<String> notes) {
        this.folder = runDirectory.resolve("trials");
        this.notes = notes;
        TemporaryNames.removeLeftovers(folder);
    }

    /** The outcome stored for a key; empty if there is none or it is damaged. */
    Optional<ComparedTrial> load(TrialKey key) {
        Path file = folder.resolve(key.fileName());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("is too large");
            }
            Envelope envelope = Json.read(Envelope.class, Files.readString(file), "its content");
            if (envelope.version().isPresent() && envelope.version().getAsInt() != VERSION) {
                throw new IOException("its version is " + envelope.version().getAsInt() + ", not " + VERSION);
            }
            if (!key.hash().equals(envelope.key())
                    || !checksum(envelope.trial()).equals(envelope.sha256())) {
                throw new IOException("its checksum does not match");
            }
            return Optional.of(envelope.trial().trial());
        } catch (IOException | RuntimeException e) {
            notes.accept(file + " cannot be used (" + firstLine(e) + "); the trial was run again");
            return Optional.empty();
        }
    }

    /** @throws io.github.gmp.api.error.GmpException if the file cannot be written */
    void save(TrialKey key, ComparedTrial outcome) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw AtomicFile.unwritable(folder, e);
        }
        TrialDocument trial = TrialDocument.of(outcome);
        Envelope envelope = new Envelope(key.hash(), checksum(trial), trial, OptionalInt.of(VERSION));
        AtomicFile.replace(folder.resolve(key.fileName()), Json.text(envelope));
    }

    private static String checksum(TrialDocument trial) {
        return ComponentSpecs.hashOf(Json.plain(trial));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
