package io.github.gmp.runtime.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.runtime.files.Durability;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Saves and loads checkpoints: archives like those of models, with the same checksum and the same distrust of what is read. */
public final class CheckpointFile {
    private static final String FORMAT = "gmp-checkpoint";
    private static final long FORMAT_VERSION = 1;

    private CheckpointFile() {}

    /**
     * Saves a checkpoint; the file appears whole or not at all.
     *
     * @param checkpoint the checkpoint
     * @param file the file, replaced if it exists
     * @param durability what it is to survive
     * @throws GmpException if it cannot be written
     */
    public static void save(Checkpoint checkpoint, Path file, Durability durability) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("formatVersion", FORMAT_VERSION);
        document.put("epoch", checkpoint.epoch());
        document.put("training", checkpoint.training());
        document.put("state", StateEntries.write(checkpoint.state(), entries));
        entries.put(ArchiveKind.CHECKPOINT.document(), JsonObject.write(document));
        new StateArchive(ArchiveKind.CHECKPOINT, entries).write(file, durability);
    }

    /**
     * {@return what it holds}
     *
     * @param file a checkpoint, of any origin
     * @throws DataException if it is not a checkpoint, is damaged, or was written by another version
     */
    public static Checkpoint load(Path file) {
        StateArchive archive = StateArchive.read(ArchiveKind.CHECKPOINT, file);
        try {
            JsonObject document = archive.document();
            document.requireFormat(ArchiveKind.CHECKPOINT, FORMAT, FORMAT_VERSION);
            long epoch = document.whole("epoch");
            if (epoch < 1 || epoch > Integer.MAX_VALUE) {
                throw new DataException("'epoch' is " + epoch + ", expected from 1 to " + Integer.MAX_VALUE);
            }
            return new Checkpoint(
                    (int) epoch, document.map("training"), StateEntries.read(document.object("state"), archive));
        } catch (GmpException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            // Thrown by value types that were handed nonsense; the checksum says it was written so.
            throw new DataException(file + ": is not a valid checkpoint: " + e.getMessage(), e);
        }
    }
}
