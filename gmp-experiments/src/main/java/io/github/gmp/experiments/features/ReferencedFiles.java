package io.github.gmp.experiments.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.experiments.files.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The files that a component's configuration names: results depend on their contents, which the configuration does not show. */
public final class ReferencedFiles {
    private ReferencedFiles() {}

    /**
     * @param spec a component
     * @param baseDirectory the folder that relative file names start from
     * @return SHA-256 (hex) by the text in the configuration, of every text that is the name of a file
     */
    public static Map<String, String> hashes(ComponentSpec spec, Path baseDirectory) {
        Map<String, String> hashes = new TreeMap<>();
        collect(spec, baseDirectory, hashes);
        return hashes;
    }

    private static void collect(Object value, Path baseDirectory, Map<String, String> hashes) {
        if (value instanceof ComponentSpec spec) {
            collect(spec.keys(), baseDirectory, hashes);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, baseDirectory, hashes));
        } else if (value instanceof Collection<?> list) {
            list.forEach(item -> collect(item, baseDirectory, hashes));
        } else if (value instanceof String text && !text.isEmpty()) {
            try {
                Path file = baseDirectory.resolve(text);
                if (Files.isRegularFile(file)) {
                    hashes.put(text, hash(file));
                }
            } catch (InvalidPathException e) {
                // Not a file name on this system, so not the name of a file.
            }
        }
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
