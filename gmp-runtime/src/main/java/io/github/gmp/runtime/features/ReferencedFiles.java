package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.MovedFiles;
import io.github.gmp.runtime.files.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a component's configuration names: results depend on their contents, which the configuration does not show. */
public final class ReferencedFiles {
    private ReferencedFiles() {}

    /**
     * {@return SHA-256 (hex) by the text in the configuration, of every text that is the name of a file, and of the names and contents of
     * the files directly in every folder that a key {@code folder} names}
     *
     * @param spec a component
     * @param baseDirectory the folder that relative file names start from
     */
    public static Map<String, String> hashes(ComponentSpec spec, Path baseDirectory) {
        Map<String, String> hashes = new TreeMap<>();
        collect("", spec, baseDirectory, hashes);
        return hashes;
    }

    private static void collect(String key, Object value, Path baseDirectory, Map<String, String> hashes) {
        if (value instanceof ComponentSpec spec) {
            collect(key, spec.keys(), baseDirectory, hashes);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((inner, item) -> {
                // The name of a component is no file, even where a file is called like it.
                if (!"type".equals(inner)) {
                    collect((String) inner, item, baseDirectory, hashes);
                }
            });
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> collect(key, item, baseDirectory, hashes));
        } else if (value instanceof String text && !text.isEmpty()) {
            try {
                Path file = baseDirectory.resolve(text);
                if (Files.isRegularFile(file)) {
                    hashes.put(text, hash(file));
                } else if (key.equals(MovedFiles.FOLDER_KEY) && Files.isDirectory(file)) {
                    hashes.put(text, hashOfFolder(file));
                }
            } catch (InvalidPathException e) {
                // Not a file name on this system, so not the name of a file.
            }
        }
    }

    /** Of a list of names and hashes: exchanged names are another folder. */
    private static String hashOfFolder(Path folder) {
        StringBuilder list = new StringBuilder();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isRegularFile).sorted().forEach(file -> list.append(hash(file))
                    .append(' ')
                    .append(file.getFileName())
                    .append('\n'));
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        return Sha256.hex(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return Sha256.hex(digest);
    }
}
