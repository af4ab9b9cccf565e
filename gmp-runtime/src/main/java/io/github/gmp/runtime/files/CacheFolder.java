package io.github.gmp.runtime.files;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the host keeps what takes long to make and can be made again; nothing is lost when it is deleted.
 *
 * @param path the folder, made when needed; empty if the host keeps nothing
 */
public record CacheFolder(Optional<Path> path) {
    /**
     * @param path a folder, made when needed
     * @return the folder
     */
    public static CacheFolder of(Path path) {
        return new CacheFolder(Optional.of(path));
    }

    /** {@return for hosts that keep nothing} */
    public static CacheFolder none() {
        return new CacheFolder(Optional.empty());
    }
}
