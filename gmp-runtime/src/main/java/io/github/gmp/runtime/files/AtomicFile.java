package io.github.gmp.runtime.files;

import io.github.gmp.api.error.GmpException;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Replaces files atomically: all goes to a temporary file beside the target, is forced to the disk and renamed. Readers see the old
 * content or the new one, never a part.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param out receives the content; not to be closed
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param target the file; its folder must exist
     * @param content what to write
     * @throws GmpException if it cannot be written; the target is then as it was
     */
    public static void replace(Path target, Content content) {
        replace(target, Durability.SYSTEM, content);
    }

    /**
     * @param target the file; its folder must exist
     * @param durability what the new content is to survive from now on
     * @param content what to write
     * @throws GmpException if it cannot be written; the target is then as it was
     */
    public static void replace(Path target, Durability durability, Content content) {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
        Path temporary = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileOutputStream file = new FileOutputStream(temporary.toFile());
                    OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
                content.writeTo(out);
                out.flush();
                if (durability == Durability.SYSTEM) {
                    file.getFD().sync();
                }
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(target, e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /**
     * @param target the file; its folder must exist
     * @param text what to write, as UTF-8
     * @throws GmpException if it cannot be written; the target is then as it was
     */
    public static void replace(Path target, String text) {
        replace(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * {@return the message for the user}
     *
     * @param target a file or folder
     * @param e what happened while writing it
     */
    public static GmpException unwritable(Path target, IOException e) {
        Path folder = target.toAbsolutePath().getParent();
        String reason;
        if (folder != null && !Files.isDirectory(folder)) {
            reason = Files.exists(folder)
                    ? folder + " is a file, not a folder"
                    : "the folder " + folder + " does not exist";
        } else if (e instanceof AccessDeniedException || folder != null && !Files.isWritable(folder)) {
            reason = "permission denied";
        } else if (e instanceof NoSuchFileException) {
            reason = "no such file or folder";
        } else if (e instanceof FileSystemException f && f.getReason() != null) {
            reason = f.getReason();
        } else {
            reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        }
        return new GmpException(target + ": cannot be written: " + reason, e);
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // A leftover temporary file does no harm, and an exception here would hide the one that matters.
            temporary.toFile().deleteOnExit();
        }
    }
}
