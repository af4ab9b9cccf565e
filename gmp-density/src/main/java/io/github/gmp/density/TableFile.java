package io.github.gmp.density;

import io.github.gmp.api.error.DataException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Density tables in files: the format is that of the file's ending. */
final class TableFile {
    /** Far more than 118 elements with any number of Gaussians one would fit; keeps a wrong file name from filling the memory. */
    private static final long LARGEST_FILE = 16L << 20;

    private TableFile() {}

    /**
     * {@return the table}
     *
     * @param file a table: {@code .gpsp}, {@code .g} (one element), anything else is JSON
     * @throws DataException if the file cannot be read or is malformed
     */
    static GaussianTable read(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(GpspReader.ENDING)) {
            return GpspReader.read(file);
        }
        return name.endsWith(GFolderReader.ENDING) ? GFolderReader.readFile(file) : GaussianTableReader.read(file);
    }

    /**
     * {@return its content}
     *
     * @param file a file
     * @throws DataException if it cannot be read or is too large for a table
     */
    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new DataException("density table " + file + ": the file has " + Files.size(file)
                        + " bytes; a table of at most " + LARGEST_FILE + " bytes was expected");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new DataException("density table " + file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException("density table " + file + ": cannot be read: " + e, e);
        }
    }
}
