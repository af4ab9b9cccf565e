package io.github.gmp.runtime.config;

import io.github.gmp.runtime.files.NamedFile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What the name of a file in a configuration means. */
@FunctionalInterface
public interface FileLookup {
    /**
     * @param name the name, as the configuration has it
     * @return the file, which need not be there
     * @throws InvalidPathException if it is no name of a file on this system
     * @throws IllegalArgumentException if no file can be meant; the message says what was expected
     */
    NamedFile find(String name);

    /**
     * @param folder the folder of a configuration
     * @return relative names are relative to it
     */
    static FileLookup in(Path folder) {
        return name -> NamedFile.in(folder, name);
    }

    /** {@return for configurations that lie in no folder: only absolute names mean a file} */
    static FileLookup absolute() {
        return name -> {
            Path path = Path.of(name);
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException(
                        "the absolute name of a file: nothing here says which folder it is in");
            }
            return NamedFile.of(path);
        };
    }
}
