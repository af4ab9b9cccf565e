package io.github.gmp.runtime.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Hidden files beside an output, of which none outlives the run. */
final class TemporaryFiles implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    /** @param target the output */
    TemporaryFiles(Path target) {
        this.target = target;
        this.folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "an output has a folder");
    }

    /**
     * {@return a new empty file}
     *
     * @param part what it holds, for those who find it while the run lasts
     * @throws IOException if the folder cannot be written to
     */
    Path create(String part) throws IOException {
        // Not createTempFile, whose files nobody else may read.
        Path file = Files.createFile(
                folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + "." + part + ".tmp"));
        files.add(file);
        // The last resort, if the process is told to end and this takes longer than it is given.
        file.toFile().deleteOnExit();
        return file;
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
