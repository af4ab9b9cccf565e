package io.github.gmp.runtime.files;

import io.github.gmp.api.error.GmpException;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that appears whole or not at all: all goes to a temporary file beside the target, is forced to the disk and renamed. Readers see the
 * old content or the new one, never a part. A symbolic link stays one: what it points to is replaced. Only regular files are replaced.
 */
public final class AtomicFile implements Closeable {
    private final OutputPlace place;
    private final Durability durability;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream content;
    private boolean committed;

    private AtomicFile(OutputPlace place, Durability durability, Path temporary, FileChannel channel) {
        this.place = place;
        this.durability = durability;
        this.temporary = temporary;
        this.channel = channel;
        content = new BufferedOutputStream(new Uncloseable(Channels.newOutputStream(channel)), 1 << 16);
    }

    /** What completes its data when it is closed, as compressors do, must leave the channel open to be forced to the disk. */
    private static final class Uncloseable extends FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * {@return the open file; close it}
     *
     * @param target the file to be; what is there stays until {@link #commit()}
     * @param durability what the new content is to survive from then on
     * @throws IOException if it cannot be made, or there is something else than a regular file
     */
    public static AtomicFile create(Path target, Durability durability) throws IOException {
        OutputPlace place = OutputPlace.of(target);
        Path temporary = place.temporary(TemporaryNames.FILE);
        return new AtomicFile(place, durability, temporary, place.create(temporary));
    }

    /** {@return the folder that it appears in} */
    public Path folder() {
        return place.folder();
    }

    /** {@return where the content goes, buffered; closing it leaves the file open} */
    public OutputStream content() {
        return content;
    }

    /**
     * Puts the file in place.
     *
     * @throws IOException if it cannot; then nothing has changed
     */
    public void commit() throws IOException {
        content.flush();
        if (durability == Durability.SYSTEM) {
            channel.force(true);
        }
        channel.close();
        place.put(temporary);
        committed = true;
        if (durability == Durability.SYSTEM) {
            place.forceFolder();
        }
    }

    /** Closes the file and, without an earlier commit, removes what was written. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!committed) {
            Files.deleteIfExists(temporary);
        }
    }

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
        try (AtomicFile file = create(target, durability)) {
            content.writeTo(file.content());
            file.commit();
        } catch (IOException e) {
            throw unwritable(target, e);
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
}
