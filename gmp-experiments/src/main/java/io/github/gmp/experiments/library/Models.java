package io.github.gmp.experiments.library;

import com.google.inject.Injector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.cli.GlobalOptions;
import io.github.gmp.experiments.cli.Host;
import io.github.gmp.experiments.dataset.DatasetFormats;
import io.github.gmp.experiments.model.ModelFile;
import io.github.gmp.experiments.model.TrainedModel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads models that {@code gmp train} saved, and structures, for programs that use them. Plugins are found as by the command: on the class
 * path, in {@code plugins/} of the working directory and in the folders that the environment variable GMP_PLUGINS names. Immutable and
 * thread-safe.
 */
public final class Models {
    private final Injector injector = Host.injector(new GlobalOptions());

    /**
     * @param file a model file
     * @return the model; its potential is immutable and may be used by several threads
     * @throws DataException if it is not a model, is damaged, or its components cannot be made here
     */
    public TrainedModel load(Path file) {
        return injector.getInstance(ModelFile.class).load(file);
    }

    /**
     * @param file a file of structures, in the format that its name says
     * @return its frames, lazily; close the stream
     * @throws DataException if it is absent or of no known format; also while the stream is consumed, if it is malformed
     */
    public Stream<LabeledStructure> read(Path file) {
        DatasetFormats formats = injector.getInstance(DatasetFormats.class);
        return DatasetFormats.open(formats.formatOf(Optional.empty(), file, Path.of("")), file);
    }
}
