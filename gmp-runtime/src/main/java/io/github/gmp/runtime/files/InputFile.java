package io.github.gmp.runtime.files;

import io.github.gmp.api.dataset.NamedInput;
import io.github.gmp.api.error.DataException;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A file that formats read, decompressed; it can be asked how far its readers are. */
public final class InputFile implements NamedInput {
    private final Path file;
    private final AtomicLong bytes = new AtomicLong();

    /** @param file a file, which need not exist */
    public InputFile(Path file) {
        this.file = file;
    }

    /** {@return the file} */
    public Path path() {
        return file;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public OptionalLong length() {
        if (!Files.isRegularFile(file)) {
            return OptionalLong.empty();
        }
        try (InputStream raw = Files.newInputStream(file)) {
            return Compression.ofContent(new BufferedInputStream(raw)) == Compression.NONE
                    ? OptionalLong.of(Files.size(file))
                    : OptionalLong.empty();
        } catch (IOException e) {
            // Whoever opens it is told why it cannot be read.
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("cannot read " + file + ": it is a folder; a file was expected");
        }
        InputStream raw;
        try {
            raw = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException("cannot read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot read " + file + ": permission denied", e);
        }
        try {
            return Compression.decompress(new CountedStream(raw, bytes));
        } catch (Compression.MissingLibraryException e) {
            raw.close();
            throw new DataException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            raw.close();
            throw new DataException(file + ": the compressed data are damaged or end too early (" + e + ")", e);
        }
    }

    /** {@return the bytes read (or skipped) so far, as they lie on the disk, compressed or not; from any thread} */
    public long bytesRead() {
        return bytes.get();
    }

    private static final class CountedStream extends FilterInputStream {
        private final AtomicLong bytes;

        CountedStream(InputStream in, AtomicLong bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                bytes.incrementAndGet();
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                bytes.addAndGet(count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            bytes.addAndGet(skipped);
            return skipped;
        }

        @Override
        public int available() {
            try {
                return super.available();
            } catch (IOException e) {
                // A pipe cannot tell. Not 0: that would be the end of a file for decompressors.
                return 1;
            }
        }

        @Override
        public boolean markSupported() {
            // Going back would count twice.
            return false;
        }
    }
}
