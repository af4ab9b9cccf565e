package io.github.gmp.runtime.features;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A hidden folder beside an output, where other processes put parts of it; it is gone when the run ends. */
record PartsFolder(Path path) implements AutoCloseable {
    /**
     * {@return a new folder}
     *
     * @param output an output
     * @throws IOException if it cannot be made
     */
    static PartsFolder beside(Path output) throws IOException {
        // Not createTempDirectory, whose folders no other user may enter: workers of a cluster may run as one.
        return new PartsFolder(Files.createDirectory(
                output.resolveSibling("." + output.getFileName() + "." + UUID.randomUUID() + ".parts")));
    }

    /**
     * {@return where the file of that name goes}
     *
     * @param name a name
     */
    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
