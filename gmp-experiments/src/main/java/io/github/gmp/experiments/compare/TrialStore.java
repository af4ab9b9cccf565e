package io.github.gmp.experiments.compare;

import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The finished trials of a run directory, one JSON file each, in the folder {@code trials}. A file is written as soon as its trial is
 * finished, appears whole or not at all, and is believed only if key and checksum fit.
 */
final class TrialStore {
    /** A file larger than this is not one of ours. */
    private static final long LARGEST_FILE = 256L << 20;

    private final Path folder;
    private final Consumer<String> notes;

    /**
     * @param runDirectory where results go
     * @param notes told about files that cannot be used
     */
    TrialStore(Path runDirectory, Consumer<String> notes) {
        this.folder = runDirectory.resolve("trials");
        this.notes = notes;
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
            Map<?, ?> envelope = PlainJson.read(Files.readAllBytes(file));
            Object trial = envelope.get("trial");
            if (!key.hash().equals(envelope.get("key"))
                    || !(trial instanceof Map<?, ?> map)
                    || !ComponentSpecs.hashOf(map).equals(envelope.get("sha256"))) {
                throw new IOException("its checksum does not match");
            }
            return Optional.of(TrialJson.fromMap(map));
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
        Map<String, Object> trial = TrialJson.toMap(outcome);
        Map<String, Object> envelope = new TreeMap<>();
        envelope.put("key", key.hash());
        envelope.put("sha256", ComponentSpecs.hashOf(trial));
        envelope.put("trial", trial);
        AtomicFile.replace(folder.resolve(key.fileName()), PlainJson.text(envelope));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
