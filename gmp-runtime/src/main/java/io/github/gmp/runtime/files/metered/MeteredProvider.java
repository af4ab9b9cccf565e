package io.github.gmp.runtime.files.metered;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Counts what streams of one file deliver and passes everything else on; every path it is asked about is that file. */
final class MeteredProvider extends FileSystemProvider {
    private final Path file;
    private final FileSystemProvider real;
    private final LongConsumer counter;

    MeteredProvider(Path file, LongConsumer counter) {
        this.file = file;
        this.real = file.getFileSystem().provider();
        this.counter = counter;
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return new CountedStream(real.newInputStream(file, options), counter);
    }

    private static final class CountedStream extends FilterInputStream {
        private final LongConsumer counter;

        CountedStream(InputStream in, LongConsumer counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                counter.accept(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                counter.accept(count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            counter.accept(skipped);
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

    @Override
    public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
        return real.newOutputStream(file, options);
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return real.getFileSystem(uri);
    }

    @Override
    public Path getPath(URI uri) {
        return real.getPath(uri);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return real.newByteChannel(file, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        return real.newDirectoryStream(file, filter);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(file, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(file);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(file, target, options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(file, target, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return path.equals(other) || real.isSameFile(file, other);
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(file);
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(file);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(file, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(file, type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(file, type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(file, attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(file, attribute, value, options);
    }
}
