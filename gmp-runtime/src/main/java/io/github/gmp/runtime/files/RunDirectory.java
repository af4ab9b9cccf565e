package io.github.gmp.runtime.files;

import io.github.gmp.api.error.GmpException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that a run writes to, locked against other processes while it is open. The operating system drops the lock when the process
 * ends, however it ends.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String LOCK_FILE = ".lock";

    private final Path path;
    private final FileChannel channel;

    private RunDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * {@return the folder, locked}
     *
     * @param path the folder; made if it does not exist
     * @throws GmpException if it cannot be made or written to, or another process works in it
     */
    public static RunDirectory open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new GmpException(path + ": is a file; a folder to write to was expected");
        }
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        }
        try {
            if (isLocked(channel)) {
                TemporaryNames.removeLeftovers(path);
                return new RunDirectory(path, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        }
        throw new GmpException(path + ": another gmp process is working in this folder; wait for it to end or choose"
                + " another folder with --out");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process, e.g. two runs started from one program.
            return false;
        }
    }

    /** {@return the folder} */
    public Path path() {
        return path;
    }

    /**
     * {@return its path}
     *
     * @param name name of a file in the folder
     */
    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw AtomicFile.unwritable(path, e);
        }
    }
}
