package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.files.NamedFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files in bound configurations, which their records declared as {@link NamedFile}s. */
public final class NamedFiles {
    private NamedFiles() {}

    /**
     * @param value plain data or a component
     * @return the files it names, in its order
     */
    public static List<NamedFile> in(Object value) {
        List<NamedFile> files = new ArrayList<>();
        replaced(value, file -> {
            files.add(file);
            return file;
        });
        return Collections.unmodifiableList(files);
    }

    /**
     * A configuration for another folder.
     *
     * @param folder the folder
     * @param map plain data
     * @return the same with files named as seen from the folder
     */
    public static Map<String, Object> seenFrom(Path folder, Map<String, ?> map) {
        return map(map, file -> file.seenFrom(folder));
    }

    /**
     * A configuration wherever it lies.
     *
     * @param map plain data
     * @return the same with the last parts of the names of files only: for comparisons where the contents are known otherwise
     */
    public static Map<String, Object> withoutFolders(Map<String, ?> map) {
        return map(map, NamedFiles::lastName);
    }

    static String lastName(NamedFile file) {
        return Optional.ofNullable(file.path().getFileName())
                .map(Path::toString)
                .orElse("");
    }

    /** Nested components become maps; the order of keys stays. */
    static Object replaced(Object value, Function<NamedFile, Object> change) {
        if (value instanceof NamedFile file) {
            return change.apply(file);
        }
        if (value instanceof ComponentSpec spec) {
            return map(ComponentSpecs.toMap(spec), change);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, change);
        }
        if (value instanceof Collection<?> list) {
            List<Object> changed = new ArrayList<>(list.size());
            list.forEach(item -> changed.add(replaced(item, change)));
            return Collections.unmodifiableList(changed);
        }
        return value;
    }

    private static Map<String, Object> map(Map<?, ?> map, Function<NamedFile, Object> change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((key, item) -> changed.put((String) key, replaced(item, change)));
        return Collections.unmodifiableMap(changed);
    }
}
