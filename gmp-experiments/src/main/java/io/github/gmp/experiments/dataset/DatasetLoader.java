package io.github.gmp.experiments.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.progress.Progress;

import java.nio.file.Path;

/** Reads the structures of a data section into memory and checks them. */
public final class DatasetLoader {
    /**
     * @param config the data section
     * @param baseDirectory relative file names are relative to it
     * @param progress told about every frame
     * @return the data set
     * @throws DataException if a file cannot be read or is malformed, or nothing is left
     */
    public Dataset load(DataConfig config, Path baseDirectory, Progress progress) {
        throw new UnsupportedOperationException("in work");
    }
}
