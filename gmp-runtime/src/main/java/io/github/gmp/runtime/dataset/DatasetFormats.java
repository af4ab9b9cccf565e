package io.github.gmp.runtime.dataset;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.NamedInput;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.Suggestions;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.files.Compression;
import io.github.gmp.runtime.files.InputFile;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the format of a file of structures: the configured one, or the one that claims the file's name. */
public final class DatasetFormats {
    private final ComponentRegistry registry;

    /** @param registry makes the formats */
    @Inject
    public DatasetFormats(ComponentRegistry registry) {
        this.registry = registry;
    }

    /**
     * {@return the format to read or write the file with}
     *
     * @param format the configured format, if any
     * @param file the file
     * @throws DataException if none is configured and none claims the file's name
     */
    public DatasetFormat formatOf(Optional<ComponentSpec> format, Path file) {
        if (format.isPresent()) {
            return registry.create(DatasetFormat.KIND, format.get());
        }
        List<String> names = registry.factories().stream()
                .filter(factory -> factory.kind().equals(DatasetFormat.KIND))
                .map(ComponentFactory::name)
                .toList();
        for (String name : names) {
            DatasetFormat candidate = registry.create(DatasetFormat.KIND, new ComponentSpec(name, Map.of(), "format"));
            if (candidate.claims(Compression.baseName(file))) {
                return candidate;
            }
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder; a file of structures was expected");
        }
        throw new DataException(file + ": no format of structures goes by this file name (known formats: "
                + String.join(", ", names) + "); rename the file, or name its format in data.format");
    }

    /**
     * Opens a file. What goes wrong while opening becomes a message for the user.
     *
     * @param format its format
     * @param file the file
     * @return its frames, lazily; close the stream
     * @throws DataException if the file is absent or cannot be read
     */
    public static Stream<LabeledStructure> open(DatasetFormat format, Path file) {
        return open(new InputFile(file), format::read);
    }

    /** How a file is read. */
    @FunctionalInterface
    interface Opening<T> {
        Stream<T> open(NamedInput input) throws IOException;
    }

    static <T> Stream<T> open(InputFile input, Opening<T> opening) {
        requireFile(input.path());
        try {
            return opening.open(input);
        } catch (IOException e) {
            throw unreadable(input.path(), e);
        }
    }

    /**
     * @param file a file
     * @throws DataException if it is absent or a folder
     */
    static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder; a file of structures was expected");
        }
        if (!Files.exists(file)) {
            throw new DataException(file + ": no such file" + similarName(file));
        }
    }

    /**
     * {@return the message for the user}
     *
     * @param file a file
     * @param e what happened while reading it
     */
    static DataException unreadable(Path file, IOException e) {
        if (e instanceof AccessDeniedException) {
            return new DataException(file + ": may not be read (permission denied)", e);
        }
        String reason = e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        // Formats that write good messages name the file themselves.
        return new DataException(reason.contains(file.toString()) ? reason : file + ": cannot be read: " + reason, e);
    }

    private static String similarName(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        if (!Files.isDirectory(folder)) {
            return "; the folder " + folder + " does not exist either";
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names = siblings.map(p -> p.getFileName().toString()).toList();
            return Suggestions.nearest(file.getFileName().toString(), names)
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            // The hint is a courtesy; a folder that cannot be listed must not hide the real message.
            return "";
        }
    }
}
