package io.github.gmp.experiments.features;

import io.github.gmp.api.math.Matrix;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes features as a NumPy archive: {@code features} [atoms, features] float64, {@code frame} [atoms] int32, {@code numbers} [atoms]
 * int32, {@code labels} [features] unicode, {@code provenance} [1] unicode (JSON: what made
 * them). Rows go to temporary files beside the target as they come, since their number is known at
 * the end only; the target appears whole on {@link #commit()} or not at all.
 */
public final class NpzFeatureWriter implements ArchiveWriter {
    private final Path target;
    private final List<String> labels;
    private final List<Path> temporaryFiles = new ArrayList<>();
    private final Path featureBody;
    private final Path frameBody;
    private final Path numberBody;
    private final OutputStream features;
    private final OutputStream frames;
    private final OutputStream numbers;
    private final String provenance;
    private Optional<Path> assembled = Optional.empty();
    private long rows;
    private int frame;

    /**
     * @param target the file to write, replaced if it exists
     * @param labels a label per feature
     * @param provenance what made the features, as JSON
     * @throws IOException if its folder cannot be written to
     */
    public NpzFeatureWriter(Path target, List<String> labels, String provenance) throws IOException {
        this.target = target;
        this.provenance = provenance;
        this.labels = List.copyOf(labels);
        if (Files.isDirectory(target)) {
            // Told now, not after hours of work.
            throw new FileSystemException(target.toString(), null, "is a folder; the name of a file was expected");
        }
        try {
            featureBody = temporary("features");
            frameBody = temporary("frame");
            numberBody = temporary("numbers");
            features = new BufferedOutputStream(Files.newOutputStream(featureBody), 1 << 16);
            frames = new BufferedOutputStream(Files.newOutputStream(frameBody), 1 << 14);
            numbers = new BufferedOutputStream(Files.newOutputStream(numberBody), 1 << 14);
        } catch (IOException e) {
            deleteTemporaryFiles();
            throw e;
        }
    }

    @Override
    public void beginFrame(int number, int atoms) {
        frame = number;
    }

    @Override
    public void write(Matrix rowsOfFrame, int[] atomicNumbers) throws IOException {
        int columns = rowsOfFrame.columns();
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rowsOfFrame.rows(); row++) {
            buffer.asDoubleBuffer().put(rowsOfFrame.array(), row * columns, columns);
            features.write(buffer.array());
            frames.write(int32(frame));
            numbers.write(int32(atomicNumbers[row]));
        }
        rows += rowsOfFrame.rows();
    }

    @Override
    public void assemble() throws IOException {
        features.close();
        frames.close();
        numbers.close();
        Path archive = temporary("npz");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "features", new NpyHeader("<f8", List.of(rows, (long) labels.size())), featureBody);
            store(zip, "frame", new NpyHeader("<i4", List.of(rows)), frameBody);
            store(zip, "numbers", new NpyHeader("<i4", List.of(rows)), numberBody);
            storeTexts(zip, "labels", labels);
            storeTexts(zip, "provenance", List.of(provenance));
        }
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.delete(featureBody);
        assembled = Optional.of(archive);
    }

    private void storeTexts(ZipOutputStream zip, String name, List<String> texts) throws IOException {
        Path body = temporary(name);
        int width = Math.max(
                1, texts.stream().mapToInt(NpzFeatureWriter::characters).max().orElse(1));
        Files.write(body, utf32(texts, width));
        store(zip, name, new NpyHeader("<U" + width, List.of((long) texts.size())), body);
    }

    /** Assembles the archive, if that has not been done, and puts it in place, atomically. */
    @Override
    public void commit() throws IOException {
        if (assembled.isEmpty()) {
            assemble();
        }
        Files.move(
                assembled.orElseThrow(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try (features;
                frames;
                numbers) {
            // Closed in any case; what follows removes the files.
        } finally {
            deleteTemporaryFiles();
        }
    }

    /** Stored, not deflated: features hardly compress, and NumPy then maps them directly. Such entries need their checksum first. */
    private static void store(ZipOutputStream zip, String name, NpyHeader header, Path body) throws IOException {
        byte[] head = header.toBytes();
        CRC32 crc = new CRC32();
        crc.update(head);
        try (var in = Files.newInputStream(body)) {
            byte[] chunk = new byte[1 << 16];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                crc.update(chunk, 0, length);
            }
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setSize(head.length + Files.size(body));
        entry.setCrc(crc.getValue());
        // A fixed time (the earliest a zip file can hold): equal features give equal files.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(head);
        Files.copy(body, zip);
        zip.closeEntry();
    }

    private Path temporary(String part) throws IOException {
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
        Path file = Files.createTempFile(folder, "." + target.getFileName() + ".", "." + part + ".tmp");
        temporaryFiles.add(file);
        return file;
    }

    private void deleteTemporaryFiles() throws IOException {
        for (Path file : temporaryFiles) {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
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
