package io.github.gmp.runtime.features;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes features as a NumPy archive: {@code features} [atoms, features] float64, {@code frame} [atoms] int32, {@code numbers} [atoms]
 * int32, {@code labels} [features] unicode, {@code provenance} [1] unicode (JSON: what made them).
 */
final class NpzFeatureWriter extends ArchiveWriter {
    NpzFeatureWriter(Path target, List<String> labels, Map<String, ?> provenance) throws IOException {
        super(target, labels, provenance);
    }

    @Override
    void assemble(Path file, FeatureSpool spool, List<String> labels, String json) throws IOException {
        long rows = spool.rows();
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setMethod(ZipOutputStream.STORED);
            storeFile(zip, "features", new NpyHeader("<f8", List.of(rows, (long) labels.size())), spool.features());
            storeFile(zip, "frame", new NpyHeader("<i4", List.of(rows)), spool.frames());
            storeFile(zip, "numbers", new NpyHeader("<i4", List.of(rows)), spool.numbers());
            storeTexts(zip, "labels", labels);
            storeTexts(zip, "provenance", List.of(json));
        }
    }

    private static void storeFile(ZipOutputStream zip, String name, NpyHeader header, Path body) throws IOException {
        store(zip, name, header, Files.size(body), () -> Files.newInputStream(body));
        // Features are the bulk of the disk space; what is in the archive is not needed twice.
        Files.delete(body);
    }

    private static void storeTexts(ZipOutputStream zip, String name, List<String> texts) throws IOException {
        int width = Math.max(
                1, texts.stream().mapToInt(NpzFeatureWriter::characters).max().orElse(1));
        byte[] body = utf32(texts, width);
        NpyHeader header = new NpyHeader("<U" + width, List.of((long) texts.size()));
        store(zip, name, header, body.length, () -> new ByteArrayInputStream(body));
    }

    /** Opens a body; it is read twice. */
    @FunctionalInterface
    private interface Body {
        InputStream open() throws IOException;
    }

    /** Stored, not deflated: features hardly compress, and NumPy then maps them directly. Such entries need their checksum first. */
    private static void store(ZipOutputStream zip, String name, NpyHeader header, long bytes, Body body)
            throws IOException {
        byte[] head = header.toBytes();
        CRC32 crc = new CRC32();
        crc.update(head);
        try (InputStream in = body.open()) {
            byte[] chunk = new byte[1 << 16];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                crc.update(chunk, 0, length);
            }
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setSize(head.length + bytes);
        entry.setCrc(crc.getValue());
        // A fixed time (the earliest a zip file can hold): equal features give equal files.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(head);
        try (InputStream in = body.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static byte[] utf32(List<String> texts, int width) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Integer.BYTES * width * texts.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < texts.size(); i++) {
            buffer.position(Integer.BYTES * width * i);
            texts.get(i).codePoints().forEach(buffer::putInt);
        }
        return buffer.array();
    }
}
