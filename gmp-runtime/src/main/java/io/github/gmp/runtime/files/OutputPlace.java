package io.github.gmp.runtime.files;

import org.apache.logging.log4j.LogManager;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Where a file is to appear: symbolic links are followed, so that a link stays one and what it points to is replaced; and only a regular
 * file is ever replaced.
 *
 * @param file the file, no link itself; absolute
 */
public record OutputPlace(Path file) {
    /** As many as systems follow themselves. */
    private static final int MOST_LINKS = 40;

    /**
     * {@return where that file is to appear; nothing is made yet}
     *
     * @param target a file or a link, which need not exist
     * @throws FileSystemException if there is something else than a regular file, or its folder does not exist; the reason says which
     * @throws IOException if a link cannot be read
     */
    public static OutputPlace of(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw refused(target, "it is a folder; the name of a file was expected");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw refused(target, "it is a device, pipe or socket; the name of a file was expected");
        }
        Path file = behindLinks(target).toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(target, "the folder " + folder + " does not exist");
        }
        return new OutputPlace(file);
    }

    private static Path behindLinks(Path target) throws IOException {
        Path file = target;
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw refused(target, "too many symbolic links, each pointing to the next");
            }
            // Relative ones start from the folder of the link.
            file = file.toAbsolutePath().resolveSibling(Files.readSymbolicLink(file));
        }
        return file;
    }

    private static FileSystemException refused(Path target, String reason) {
        return new FileSystemException(target.toString(), null, reason);
    }

    /** {@return its folder} */
    public Path folder() {
        return file.getParent();
    }

    /**
     * {@return a path beside it that nobody else has}
     *
     * @param ending as in {@link TemporaryNames#of}
     */
    public Path temporary(String ending) {
        return folder().resolve(TemporaryNames.of(file.getFileName().toString(), ending));
    }

    /**
     * {@return a new file beside it, open for writing, with the permissions of what it will replace}
     *
     * @param path where, as {@link #temporary} told
     * @throws AccessDeniedException if the folder cannot be written to
     * @throws IOException if it cannot be made
     */
    FileChannel create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (view != null && Files.exists(file)) {
                // Before there is anything to read: a file that only its owner may read stays so.
                view.setPermissions(Files.getPosixFilePermissions(file));
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Gives a complete file this place, atomically.
     *
     * @param complete a file on the same disk
     * @throws IOException if it cannot; then nothing has changed
     */
    public void put(Path complete) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(file, "something else than a file has appeared there meanwhile");
        }
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The rename itself survives a power failure only once the folder is on the disk. Not every system can do that. */
    void forceFolder() {
        try (FileChannel directory = FileChannel.open(folder(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            LogManager.getLogger(OutputPlace.class).debug("the folder {} cannot be forced to the disk", folder(), e);
        }
    }
}
