package io.github.gmp.runtime.config;

import io.github.gmp.api.error.DataException;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.files.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Hashes of the files that configurations name: results depend on their contents, which a configuration does not show. Each file is read
 * once: later changes are not noticed. Thread-safe.
 */
public final class FileHashes {
    private final Map<Path, Optional<String>> known = new ConcurrentHashMap<>();

    /**
     * @param value plain data or a component, bound
     * @return SHA-256 (hex) of each file it names, by its name; of a folder that of the names and contents of the files directly in it; none
     *     of what is not there
     * @throws DataException if a file cannot be read
     */
    public Map<String, String> byName(Object value) {
        Map<String, String> hashes = new TreeMap<>();
        NamedFiles.in(value).forEach(file -> of(file).ifPresent(hash -> hashes.put(file.name(), hash)));
        return hashes;
    }

    /**
     * @param value plain data or a component, bound
     * @return SHA-256 (hex) of its canonical JSON with the contents of files instead of the folders they are in, so that it does not depend
     *     on where the configuration lies; the last part of a file's name counts, because it may decide the format
     * @throws DataException if a file cannot be read
     */
    public String hashOf(Object value) {
        return ComponentSpecs.hashOf(NamedFiles.replaced(value, this::content));
    }

    private Object content(NamedFile file) {
        return Map.of("file", NamedFiles.lastName(file), "sha256", of(file).orElse("none"));
    }

    private Optional<String> of(NamedFile file) {
        return known.computeIfAbsent(file.path(), path -> {
            if (Files.isDirectory(path)) {
                return Optional.of(hashOfFolder(path));
            }
            return Files.isRegularFile(path) ? Optional.of(hash(path)) : Optional.empty();
        });
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
