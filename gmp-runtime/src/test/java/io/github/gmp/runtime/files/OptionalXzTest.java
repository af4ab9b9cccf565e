package io.github.gmp.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.NamedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Without XZ for Java on the class path, .xz files are refused with a reason, and everything else is read and written. */
class OptionalXzTest {
    @TempDir
    Path folder;

    private static final byte[] XZ_HEADER = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4};

    private static Class<?> compressionWithoutXz() throws Exception {
        URL[] own = {Compression.class.getProtectionDomain().getCodeSource().getLocation()};
        return new URLClassLoader(own, ClassLoader.getPlatformClassLoader()).loadClass(Compression.class.getName());
    }

    @Test
    void otherFilesAreRead() throws Exception {
        Method decompress = compressionWithoutXz().getMethod("decompress", InputStream.class);
        byte[] text = "as it is".getBytes(StandardCharsets.UTF_8);
        InputStream content = (InputStream) decompress.invoke(null, new ByteArrayInputStream(text));
        assertThat(content.readAllBytes()).isEqualTo(text);
    }

    @Test
    void xzIsRefusedWithTheLibraryThatIsAbsent() throws Exception {
        Class<?> compression = compressionWithoutXz();
        Method decompress = compression.getMethod("decompress", InputStream.class);
        Method compress = compression.getMethod("compress", OutputStream.class);
        Object xz = compression.getField("XZ").get(null);
        String reason = "it is compressed by xz, and the library for that, org.tukaani:xz, is not on the class path";
        assertThatThrownBy(() -> decompress.invoke(null, new ByteArrayInputStream(XZ_HEADER)))
                .cause()
                .hasMessage(reason);
        assertThatThrownBy(() -> compress.invoke(xz, new ByteArrayOutputStream()))
                .cause()
                .hasMessage(reason);
    }

    @Test
    void theFileThatNeedsItIsNamed() throws Exception {
        Path file = Files.write(folder.resolve("a.xyz.xz"), XZ_HEADER);
        URL[] own = {
            Compression.class.getProtectionDomain().getCodeSource().getLocation(),
            NamedInput.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader loader = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
            Class<?> input = loader.loadClass(InputFile.class.getName());
            Object opened = input.getConstructor(Path.class).newInstance(file);
            assertThatThrownBy(() -> input.getMethod("open").invoke(opened))
                    .cause()
                    .hasMessage(
                            file + ": it is compressed by xz, and the library for that, org.tukaani:xz, is not on the"
                                    + " class path");
        }
    }
}
