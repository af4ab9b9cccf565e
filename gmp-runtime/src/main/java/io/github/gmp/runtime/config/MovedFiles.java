package io.github.gmp.runtime.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Configurations written to another folder: names of files that are relative to the old folder become relative to the new one.
 *
 * @param from folder of the configuration that was read
 * @param to folder of the configuration to write
 */
public record MovedFiles(Path from, Path to) {
    /** The key of a component under which a text names a folder of files, as any text may name a file. */
    public static final String FOLDER_KEY = "folder";

    /** Texts under these keys name something else even where a file happens to be called like it. */
    private static final Set<String> NAMES = Set.of("type", "name", "description", "descriptor", "regressor");

    /** Makes the paths absolute. */
    public MovedFiles {
        from = from.toAbsolutePath().normalize();
        to = to.toAbsolutePath().normalize();
    }

    /**
     * {@return the same with every text that names a file of the old folder, and every {@code folder} there, as seen from the new one}
     *
     * @param map plain data of a configuration
     */
    public Map<String, Object> in(Map<?, ?> map) {
        Map<String, Object> moved = new LinkedHashMap<>();
        map.forEach((key, value) -> moved.put(
                (String) key,
                value instanceof String text
                        ? NAMES.contains(key) ? text : text(text, FOLDER_KEY.equals(key))
                        : plain(value)));
        return moved;
    }

    private Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return in(map);
        }
        if (value instanceof List<?> list) {
            List<Object> moved = new ArrayList<>();
            list.forEach(item -> moved.add(plain(item)));
            return moved;
        }
        return value instanceof String text ? text(text, false) : value;
    }

    private String text(String text, boolean mayBeFolder) {
        try {
            Path file = from.resolve(text).normalize();
            boolean isThere = Files.isRegularFile(file) || mayBeFolder && Files.isDirectory(file);
            if (text.isEmpty() || Path.of(text).isAbsolute() || !isThere) {
                return text;
            }
            boolean sameRoot = file.getRoot().equals(to.getRoot());
            return (sameRoot ? to.relativize(file) : file).toString();
        } catch (InvalidPathException e) {
            // Not a file name on this system, so not the name of a file.
            return text;
        }
    }
}
