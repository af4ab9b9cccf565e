package io.github.gmp.runtime.features;

import io.github.gmp.runtime.files.OutputPlace;
import io.github.gmp.runtime.files.TemporaryNames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hidden files beside an output, of which none outlives the run. */
final class TemporaryFiles implements AutoCloseable {
    private final OutputPlace place;
    private final List<Path> files = new ArrayList<>();

    /** @param place where the output is to appear; what dead processes left there is removed */
    TemporaryFiles(OutputPlace place) {
        this.place = place;
        TemporaryNames.removeLeftovers(place.folder());
    }

    /**
     * {@return a new empty file}
     *
     * @param part what it holds, for those who find it while the run lasts
     * @throws IOException if the folder cannot be written to
     */
    Path create(String part) throws IOException {
        // Not createTempFile, whose files nobody else may read.
        Path file = Files.createFile(place.temporary(part + "." + TemporaryNames.FILE));
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
