package io.github.gmp.runtime.files.metered;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file whose reader can be asked how far it is. Formats of structures open their files themselves, compressed or not, also those of
 * plugins; what they have in common is {@link java.nio.file.Files}. So they are handed a path whose file system passes everything on to the
 * real one and counts what streams deliver. A format that leaves java.nio ({@code toFile}) reads the same file, uncounted.
 */
public final class MeteredFile {
    private final Path file;
    private final MeteredFileSystem fileSystem;
    private final AtomicLong bytes = new AtomicLong();

    /** @param file a file, which need not exist */
    public MeteredFile(Path file) {
        this.file = file;
        fileSystem = new MeteredFileSystem(file.getFileSystem(), new MeteredProvider(file, bytes::addAndGet));
    }

    /** {@return the path to read the file through} */
    public Path path() {
        return (Path)
                Proxy.newProxyInstance(MeteredFile.class.getClassLoader(), new Class<?>[] {Path.class}, this::passOn);
    }

    /** {@return the bytes read so far through {@link #path()}; from any thread} */
    public long bytesRead() {
        return bytes.get();
    }

    private Object passOn(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return fileSystem;
        }
        try {
            return method.invoke(file, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
