package io.github.gmp.runtime.features;

import io.github.gmp.runtime.files.TemporaryNames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hidden folder beside an output, where other processes put parts of it; it is gone when the run ends. */
record PartsFolder(Path path) implements AutoCloseable {
    /**
     * {@return a new folder}
     *
     * @param output an output
     * @throws IOException if it cannot be made
     */
    static PartsFolder beside(Path output) throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        TemporaryNames.removeLeftovers(folder);
        // Not createTempDirectory, whose folders no other user may enter: workers of a cluster may run as one.
        return new PartsFolder(Files.createDirectory(
                folder.resolve(TemporaryNames.of(output.getFileName().toString(), TemporaryNames.FOLDER))));
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
        TemporaryNames.removeFolder(path);
    }
}
