package io.github.gmp.io.file;

import org.apache.logging.log4j.LogManager;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears whole or not at all: written beside its place under another name, forced to the disk, then renamed. Readers see
 * the old file or the new one, also after a crash.
 */
public final class AtomicFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream content;
    private boolean committed;

    private AtomicFile(Path target, Path temporary, FileChannel channel) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        // The compressor's close must complete its data but leave the channel open to be forced to the disk.
        OutputStream uncloseable = new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        content = new BufferedOutputStream(Compression.ofName(target).compress(uncloseable), 1 << 16);
    }

    /**
     * {@return the open file, compressed as its name says}
     *
     * @param target the file to be; what is there stays until {@link #commit()}. A symbolic link stays one: what it points to is replaced
     * @throws IOException if it cannot be created; the message says why
     */
    public static AtomicFile create(Path target) throws IOException {
        Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
        Path folder = real.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(real)) {
            throw new IOException("cannot write " + target + ": it is a folder; the name of a file was expected");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("cannot write " + target + ": the folder " + folder + " does not exist");
        }
        Path temporary = folder.resolve("." + real.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return open(real, temporary, channel);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot write " + target + ": the folder " + folder + " is not writable", e);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.toString() : e.getReason();
            throw new IOException("cannot write " + target + ": " + reason, e);
        }
    }

    private static AtomicFile open(Path real, Path temporary, FileChannel channel) throws IOException {
        try {
            return new AtomicFile(real, temporary, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** {@return where the content goes, buffered} */
    public OutputStream content() {
        return content;
    }

    /**
     * Puts the file in place.
     *
     * @throws IOException if it cannot; then nothing has changed
     */
    public void commit() throws IOException {
        content.close();
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        forceFolder();
    }

    /** The rename itself survives a power failure only once the folder is on the disk. Not every system can do that. */
    private void forceFolder() {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            LogManager.getLogger(AtomicFile.class).debug("the folder {} cannot be forced to the disk", folder, e);
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
}
