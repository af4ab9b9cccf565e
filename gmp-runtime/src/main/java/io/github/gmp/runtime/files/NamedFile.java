package io.github.gmp.runtime.files;

import com.fasterxml.jackson.annotation.JsonValue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file, or a folder of files, that a configuration names; there need not be one. In a record whose author cares for no more than where it
 * is, a component of type {@link Path} stands for it.
 *
 * @param name as the configuration has it, without detours such as {@code ./}: relative to the folder of the configuration, or absolute
 * @param path where it is: absolute and normalized
 */
public record NamedFile(String name, Path path) {
    /** @throws IllegalArgumentException if the path is not absolute and normalized */
    public NamedFile {
        if (!path.isAbsolute() || !path.equals(path.normalize())) {
            throw new IllegalArgumentException(path + " is not an absolute and normalized path");
        }
    }

    /**
     * A name as a configuration in a folder means it.
     *
     * @param name the name, relative to the folder or absolute
     * @param folder the folder of the configuration
     * @return the file
     * @throws InvalidPathException if it is no name of a file on this system
     */
    public static NamedFile in(Path folder, String name) {
        return new NamedFile(
                orHere(Path.of(name).normalize()),
                folder.toAbsolutePath().resolve(name).normalize());
    }

    /**
     * A file by its path, for programs that have no configuration.
     *
     * @param path the path; relative to the working directory, unless absolute
     * @return the file, by its absolute name
     */
    public static NamedFile of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return new NamedFile(absolute.toString(), absolute);
    }

    /**
     * The same file as a configuration in another folder has to name it.
     *
     * @param folder the folder
     * @return the file with its name as seen from there; an absolute name stays as it is
     */
    public NamedFile seenFrom(Path folder) {
        Path from = folder.toAbsolutePath().normalize();
        if (Path.of(name).isAbsolute()) {
            return this;
        }
        boolean sameRoot = path.getRoot().equals(from.getRoot());
        return new NamedFile(sameRoot ? orHere(from.relativize(path)) : path.toString(), path);
    }

    private static String orHere(Path relative) {
        return relative.toString().isEmpty() ? "." : relative.toString();
    }

    /** {@return the name, by which reports and other JSON documents know the file} */
    @JsonValue
    @Override
    public String toString() {
        return name;
    }
}
