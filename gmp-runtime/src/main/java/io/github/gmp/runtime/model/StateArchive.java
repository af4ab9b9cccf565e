package io.github.gmp.runtime.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.Durability;
import io.github.gmp.runtime.files.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The zip archive of a model or checkpoint: its document {@code model.json} or {@code checkpoint.json}, {@code tensors/0.npy} …, and {@code
 * SHA-256}, the checksum of all others. Reading trusts nothing: names, number and sizes of entries are checked before their content is used,
 * and no entry is ever written to the disk.
 */
final class StateArchive {
    private static final String CHECKSUM = "SHA-256";
    private static final Pattern TENSOR = Pattern.compile("tensors/(0|[1-9][0-9]{0,4})\\.npy");
    private static final int MOST_ENTRIES = 20_000;
    private static final int LARGEST_DOCUMENT = 64 << 20;
    private static final long LARGEST_TOTAL = 1L << 30;

    private final ArchiveKind kind;
    private final SortedMap<String, byte[]> entries;

    /**
     * @param kind what it is the archive of
     * @param entries content by name, without the checksum
     */
    StateArchive(ArchiveKind kind, Map<String, byte[]> entries) {
        this.kind = kind;
        this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static String tensorName(int index) {
        return "tensors/" + index + ".npy";
    }

    static boolean isTensor(String name) {
        return TENSOR.matcher(name).matches();
    }

    /** {@return the document} */
    JsonObject document() {
        return JsonObject.parse(Objects.requireNonNull(entries.get(kind.document()), "checked when read"));
    }

    /** {@return the content by name, without the checksum} */
    Map<String, byte[]> entries() {
        return entries;
    }

    /** @throws GmpException if the file cannot be written */
    void write(Path file) {
        write(file, Durability.SYSTEM);
    }

    /** @throws GmpException if the file cannot be written */
    void write(Path file, Durability durability) {
        AtomicFile.replace(file, durability, out -> {
            // Not closed: that would close the stream, which is still to be forced to the disk.
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(kind.compression());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
            put(zip, CHECKSUM, checksum().getBytes(StandardCharsets.US_ASCII));
            zip.finish();
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** @throws DataException if it is not the archive of such a thing, or damaged */
    static StateArchive read(ArchiveKind kind, Path file) {
        String isNot = file + ": is not a GMP " + kind.noun();
        if (!Files.exists(file)) {
            throw new DataException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new DataException(file + ": is a folder; a " + kind.noun() + " file was expected");
        }
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                throw new DataException(
                        isNot + ": it has " + zip.size() + " entries, at most " + MOST_ENTRIES + " were expected");
            }
            long left = kind.isCompressed() ? LARGEST_TOTAL : Files.size(file);
            Enumeration<? extends ZipEntry> listing = zip.entries();
            while (listing.hasMoreElements()) {
                ZipEntry entry = listing.nextElement();
                String name = entry.getName();
                requireExpected(kind, isNot, name);
                long limit = isTensor(name) ? left : Math.min(left, LARGEST_DOCUMENT);
                byte[] content = readLimited(file, zip, entry, limit);
                left -= content.length;
                if (entries.put(name, content) != null) {
                    throw new DataException(isNot + ": it has two entries '" + name + "'");
                }
            }
        } catch (ZipException e) {
            throw new DataException(isNot + ", or damaged: not a complete zip archive (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read, or is damaged: " + e.getMessage(), e);
        }
        return checked(kind, file, entries);
    }

    private static StateArchive checked(ArchiveKind kind, Path file, SortedMap<String, byte[]> entries) {
        for (String name : new String[] {kind.document(), CHECKSUM}) {
            if (!entries.containsKey(name)) {
                throw new DataException(file + ": is not a GMP " + kind.noun() + ": it has no entry '" + name + "'");
            }
        }
        String stored = new String(entries.remove(CHECKSUM), StandardCharsets.US_ASCII).strip();
        StateArchive archive = new StateArchive(kind, entries);
        if (!stored.equals(archive.checksum())) {
            throw new DataException(file + ": is damaged or was changed: its content does not match its checksum");
        }
        return archive;
    }

    private static void requireExpected(ArchiveKind kind, String isNot, String name) {
        if (!name.equals(kind.document()) && !name.equals(CHECKSUM) && !isTensor(name)) {
            String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
            throw new DataException(isNot + ": unexpected entry '" + shown + "'");
        }
    }

    /** The size that an entry claims is not believed: reading stops one byte past the limit. */
    private static byte[] readLimited(Path file, ZipFile zip, ZipEntry entry, long limit) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, limit + 1));
            if (content.length > limit) {
                throw new DataException(
                        file + ": entry '" + entry.getName() + "' is too large: more than " + limit + " bytes");
            }
            return content;
        }
    }

    /** SHA-256 over names and contents, each preceded by its length, in the order of the names. */
    private String checksum() {
        MessageDigest digest = Sha256.digest();
        entries.forEach((name, content) -> {
            update(digest, name.getBytes(StandardCharsets.UTF_8));
            update(digest, content);
        });
        return Sha256.hex(digest);
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }
}
