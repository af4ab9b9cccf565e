package io.github.gmp.runtime.api;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.DatasetFormats;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.plugin.Components;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads models that {@code gmp train} saved, and structures, for programs that use them. Plugins are those on the class path and in the
 * folders that the program names; neither the working directory nor the environment is looked at. Immutable and thread-safe.
 */
public final class Models {
    private final ModelFile files;
    private final DatasetFormats formats;

    /** With the plugins on the class path. */
    public Models() {
        this(List.of());
    }

    /**
     * With the plugins on the class path and those of some folders.
     *
     * @param pluginFolders folders with plugin jars, beside the class path
     * @throws ConfigException if two plugins offer a component of the same kind and name
     * @throws DataException if a folder cannot be read
     */
    public Models(List<Path> pluginFolders) {
        Components components = Components.load(pluginFolders, CacheFolder.none());
        files = new ModelFile(components.binder(), components.registry());
        formats = new DatasetFormats(components.registry());
    }

    /**
     * {@return the model of a file, which may be used by several threads}
     *
     * @param file a model file
     * @throws DataException if it is not a model, is damaged, or its components cannot be made here
     */
    public LoadedModel load(Path file) {
        return new LoadedModel(files.load(file));
    }

    /**
     * {@return the frames of a file, lazily; close the stream}
     *
     * @param file a file of structures, in the format that its name says
     * @throws DataException if it is absent or of no known format; also while the stream is consumed, if it is malformed
     */
    public Stream<LabeledStructure> read(Path file) {
        return DatasetFormats.open(formats.formatOf(Optional.empty(), file), file);
    }
}
