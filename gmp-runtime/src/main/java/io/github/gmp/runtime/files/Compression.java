package io.github.gmp.runtime.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a file is compressed. Written according to its name; read according to its first bytes, whatever its name. */
public enum Compression {
    /** As it is. */
    NONE(""),
    /** RFC 1952. The header written holds neither a time nor a name: same content, same bytes. */
    GZIP(".gz", 0x1F, 0x8B),
    /** The .xz file format, for which a library is needed. */
    XZ(".xz", 0xFD, '7', 'z', 'X', 'Z', 0x00);

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MAGIC = 6;

    private final String suffix;
    private final byte[] magic;

    Compression(String suffix, int... magic) {
        this.suffix = suffix;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    /**
     * {@return the compression its name asks for}
     *
     * @param file a file, which need not exist
     */
    public static Compression ofName(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(c -> c != NONE && name.endsWith(c.suffix))
                .findFirst()
                .orElse(NONE);
    }

    /**
     * {@return its name without folder and without the ending of a compression: what its format goes by}
     *
     * @param file a file, which need not exist
     */
    public static String baseName(Path file) {
        String name = nameOf(file);
        return name.substring(0, name.length() - ofName(file).suffix.length());
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /**
     * {@return its content, decompressed if the first bytes say that it is compressed}
     *
     * @param raw the bytes of a file, from the beginning
     * @throws MissingLibraryException if the library for it is missing
     * @throws IOException if it cannot be read or is damaged
     */
    public static InputStream decompress(InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        return switch (ofContent(buffered)) {
            case NONE -> buffered;
            case GZIP -> new GZIPInputStream(buffered, BUFFER);
            case XZ -> withXz(() -> Xz.decompress(buffered));
        };
    }

    /**
     * {@return the compression that the first bytes tell; they are there to be read afterwards}
     *
     * @param buffered the bytes of a file, from the beginning
     * @throws IOException if they cannot be read
     */
    static Compression ofContent(BufferedInputStream buffered) throws IOException {
        buffered.mark(LONGEST_MAGIC);
        byte[] head = buffered.readNBytes(LONGEST_MAGIC);
        buffered.reset();
        return Arrays.stream(values())
                .filter(c -> c != NONE
                        && head.length >= c.magic.length
                        && Arrays.equals(c.magic, Arrays.copyOf(head, c.magic.length)))
                .findFirst()
                .orElse(NONE);
    }

    /**
     * {@return where its content goes; closing it completes the compressed data and closes the other}
     *
     * @param raw where the bytes of the file go
     * @throws MissingLibraryException if the library for it is missing
     * @throws IOException if the header cannot be written
     */
    public OutputStream compress(OutputStream raw) throws IOException {
        return switch (this) {
            case NONE -> raw;
            case GZIP -> new GZIPOutputStream(raw, BUFFER);
            case XZ -> withXz(() -> Xz.compress(raw));
        };
    }

    /** Makes a stream. */
    @FunctionalInterface
    private interface Opening<T> {
        T open() throws IOException;
    }

    private static <T> T withXz(Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException(
                    "it is compressed by xz, and the library for that, org.tukaani:xz, is not on the class path", e);
        }
    }

    /** A library that is optional is not on the class path. */
    static final class MissingLibraryException extends IOException {
        private static final long serialVersionUID = 1L;

        MissingLibraryException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
